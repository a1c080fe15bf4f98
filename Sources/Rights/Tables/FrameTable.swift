internal import Canonical

/// Words in the class or id of an element that tell what stands in it, as data.
///
/// Format: `frames` of `config/signals/statements.yaml`, explained in `docs/formats/statements.md`.
struct FrameTable: Sendable {
    /// What stands in an element of such a name.
    enum Kind: String, CaseIterable {
        case figure, asset, other, part
        /// What may be the page's own and is not trusted to be.
        case doubted

        var subject: LicenceCandidate.Subject {
            switch self {
            case .figure: .figure
            case .asset: .asset
            case .other: .otherResource
            case .part, .doubted: .part
            }
        }
    }

    /// Bytes of the longest word.
    static let longest = 20
    private let kinds: [String: Kind]

    init(_ node: ConfigNode) throws(ConfigError) {
        let keys = try node.map(Kind.allCases.map(\.rawValue))
        var kinds: [String: Kind] = [:]
        for kind in Kind.allCases {
            guard let list = keys[kind.rawValue] else { throw node.fault("\(kind.rawValue) is missing") }
            for word in try list.strings() {
                guard word.utf8.count <= Self.longest else {
                    throw list.fault("\(word) is longer than \(Self.longest) bytes")
                }
                kinds[word] = kind
            }
        }
        self.kinds = kinds
    }

    /// - Parameter word: In lower case.
    func kind(of word: String) -> Kind? { kinds[word] }
}
