public import Canonical

/// How far an objection to a text reaches in finished outputs.
///
/// Source: licensing bases 0.0.8, "reach above 100 documents or 10 domains goes to operator review while holding; an openly
/// licensed or earlier-proven copy makes it CONTESTED", read 2026-11-30.
public struct CopyReach: Hashable, Sendable {
    /// Documents it bars or holds, each counted once.
    public var documents: Int
    /// Registrable domains they lie on.
    public var domains: Int
    /// Copies on other sites than the objector's that bear an open licence.
    public var licensed: Int
    /// Copies on other sites that are known to be the origin, by a proof from outside.
    public var earlier: Int

    public init(documents: Int = 0, domains: Int = 0, licensed: Int = 0, earlier: Int = 0) {
        (self.documents, self.domains, self.licensed, self.earlier) = (documents, domains, licensed, earlier)
    }

    /// Whether somebody else may have the better right to the text.
    var isDoubted: Bool { licensed + earlier > 0 }

    /// As the log and programs have it.
    public var members: [JSONValue.Member] {
        [
            .init("documents", .integer(Int64(documents))), .init("domains", .integer(Int64(domains))),
            .init("earlier", .integer(Int64(earlier))), .init("licensed", .integer(Int64(licensed))),
        ]
    }

    /// - Returns: Nil for what no registry writes.
    init?(_ value: JSONValue) {
        func count(_ key: String) -> Int? {
            value[key]?.integer.flatMap { $0 >= 0 && $0 < Int64(Int32.max) ? Int($0) : nil }
        }
        guard let documents = count("documents"), let domains = count("domains"), let earlier = count("earlier"),
            let licensed = count("licensed")
        else { return nil }
        self.init(documents: documents, domains: domains, licensed: licensed, earlier: earlier)
    }
}
