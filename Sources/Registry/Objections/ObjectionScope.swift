internal import Canonical
public import Provenance
internal import WebAddress

/// What an objection covers, in the form captures are matched by.
public struct ObjectionScope: Hashable, Sendable, CustomStringConvertible {
    public let kind: ScopeKind
    /// A host name, 64 hex digits, a canonical URL without its scheme and slashes, an identifier, the name of an algorithm
    /// and a sketch in Base64, or a name; all in ASCII.
    ///
    /// The scheme is left out because an objection to a page on http is one to the same page on https. Nothing else
    /// is equated: `www.example.com` is another host than `example.com`.
    public let key: String

    init(_ kind: ScopeKind, key: String) {
        self.kind = kind
        self.key = key
    }

    /// Brings a scope as filed to its one form.
    ///
    /// - Returns: The scope, or in words why it is refused.
    static func read(_ kind: ScopeKind, _ value: String, _ suffixes: PublicSuffixList) -> Reading {
        guard value.utf8.count <= longest else {
            return .failure(Refusal(.tooLong, "it has \(value.utf8.count) octets; \(longest) are the most"))
        }
        return switch kind {
        case .url, .prefix: address(kind, value)
        case .account: address(kind, value).flatMap(account)
        case .host: host(value).flatMap { .success(ObjectionScope(.host, key: $0)) }
        case .domain: host(value).flatMap { domain($0, suffixes) }
        case .payload: payload(value)
        case .work, .party: named(kind, value)
        case .text: text(value)
        case .repertoire, .shard: name(kind, value)
        }
    }

    /// Brings a scope to its one form that names its kind in a word of its own: `isbn` is a `work`.
    ///
    /// - Returns: The scope, or in words why it is refused.
    static func read(kind: String, _ value: String, _ suffixes: PublicSuffixList) -> Reading {
        if let kind = ScopeKind(rawValue: kind) { return read(kind, value, suffixes) }
        guard let scheme = IdentifierScheme(rawValue: kind) else {
            let known = (ScopeKind.allCases.map(\.rawValue) + IdentifierScheme.allCases.map(\.rawValue))
                .joined(separator: ", ")
            return .failure(Refusal(.badKind, "\"\(kind.prefix(80))\" is none of: \(known)"))
        }
        return identifier { () throws(IdentifierError) in try Identifier(scheme, value) }
    }

    public var description: String { "\(kind.rawValue) \(key)" }

    /// The key as a snapshot's entries have it: a digest as its 32 octets, a sketch as its 66, all else as it is.
    var octets: [UInt8] {
        let text = Array(key.utf8)
        return switch kind {
        case .payload: Hex.decode(text) ?? text
        case .text: sketch?.octets ?? text
        default: text
        }
    }

    /// The sketch of a text; nil for any other kind.
    public var sketch: TextSketch? {
        kind == .text ? TextSketch(base64: String(key.dropFirst(Self.sketchName.count))) : nil
    }

    init(_ kind: ScopeKind, octets: UnsafeBufferPointer<UInt8>) {
        switch kind {
        case .payload: self.init(kind, key: Hex.encode(octets))
        case .text: self.init(kind, key: Self.sketchName + Base64.encode(Array(octets)))
        default: self.init(kind, key: String(decoding: octets, as: UTF8.self))
        }
    }

    /// What the sketch of a text is written behind.
    static let sketchName = TextSketch.algorithm + ":"
}
