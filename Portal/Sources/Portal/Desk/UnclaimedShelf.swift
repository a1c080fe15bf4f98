internal import Settlement

/// What settled pools hold for owners that are not known, read when the portal starts.
struct UnclaimedShelf: Sendable {
    struct Found: Sendable {
        let pool: UnmatchedUses
        let use: UnmatchedUses.Use
    }

    /// Uses that an answer shows; how many there are is told.
    static let most = 200

    private let pools: [UnmatchedUses]

    /// - Throws: What is wrong with a folder, in words.
    init(_ folders: [String]) throws {
        pools = try folders.map { try UnmatchedUses(folder: $0) }
    }

    /// What is asked for, without spaces around it.
    ///
    /// - Throws: ``Refusal`` `badRequest` for one that is too long.
    static func query(_ text: String) throws(Refusal) -> String {
        guard text.unicodeScalars.count <= LookupWord.longest else {
            throw .badRequest("q: \(LookupWord.longest) letters are the most")
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What a text names, greatest amounts of each pool first; all of it for an empty one.
    func answer(_ text: String) -> (shown: [Found], count: Int) {
        let found = pools.flatMap { pool in
            (text.isEmpty ? pool.uses : pool.found(by: text)).sorted {
                ($1.amount, $0.work) < ($0.amount, $1.work)
            }.map { Found(pool: pool, use: $0) }
        }
        return (Array(found.prefix(Self.most)), found.count)
    }
}
