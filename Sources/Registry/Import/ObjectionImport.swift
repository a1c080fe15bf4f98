public import Canonical
internal import Provenance
internal import WebAddress

/// Reads a list of others as objections: what can be taken is taken, and each other row is told with its reason.
public struct ObjectionImport {
    /// What no row says.
    public struct Terms: Hashable, Sendable {
        /// Of whoever vouches for the list.
        public let standing: Standing
        /// When it is imported: recorded then, and in effect from then where a row names no beginning.
        public let at: Timestamp

        public init(standing: Standing, at: Timestamp) {
            self.standing = standing
            self.at = at
        }
    }

    /// A row that was not taken.
    public struct Fault: Hashable, Sendable {
        /// 1-based.
        public let line: Int
        public let refusal: FilingRefusal
    }

    private let suffixes: PublicSuffixList
    private let terms: Terms
    private let prefix: String
    private var lines: LineSource
    private var rows: RowReader
    private var line = 0

    /// - Parameters:
    ///   - path: The list.
    ///   - publicSuffixList: An unchanged copy of `public_suffix_list.dat`.
    /// - Throws: ``RegistryError``: `storage`, `badPublicSuffixList`.
    public init(
        path: String, format: ImportFormat, terms: Terms, publicSuffixList: [UInt8]
    ) throws(RegistryError) {
        suffixes = try Snapshot.parse(publicSuffixList)
        self.terms = terms
        let digest = try MappedFile.digest(path).digest
        prefix = "import-\(digest.hex.prefix(12))-"
        lines = try LineSource(path: path)
        rows = RowReader(format)
    }

    /// The next row that is one; nil at the end.
    ///
    /// Its id is made of the digest of the file and the number of the line, so that the same list gives the same ids.
    public mutating func next() throws(RegistryError) -> Result<Objection, Fault>? {
        while let bytes = try lines.next() {
            line += 1
            guard let read = rows.read(bytes) else { continue }
            let digits = String(line)
            let id = prefix + String(repeating: "0", count: max(0, 9 - digits.count)) + digits
            switch read.flatMap({ $0.objection(id, terms, suffixes) }) {
            case .success(let objection): return .success(objection)
            case .failure(let refusal): return .failure(Fault(line: line, refusal: refusal))
            }
        }
        return nil
    }
}

extension ObjectionImport.Fault: Error {}

extension Objection {
    /// A line of an objection file (`docs/formats/objection.md`).
    public var line: [UInt8] {
        let value = scope.kind == .payload ? "sha256:" + scope.key : scope.isAddress ? scope.address : scope.key
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("effective_from")
            writer.string(effectiveFrom.description)
            if let effectiveTo {
                writer.key("effective_to")
                writer.string(effectiveTo.description)
            }
            writer.key("id")
            writer.string(id)
            writer.key("recorded_at")
            writer.string(recordedAt.description)
            if isUnderReview {
                writer.key("review")
                writer.bool(true)
            }
            writer.key("scope")
            writer.object { writer in
                writer.key("kind")
                writer.string(scope.kind.rawValue)
                writer.key("value")
                writer.string(value)
            }
            writer.key("standing")
            writer.string(standing.rawValue)
            writer.key("state")
            writer.string(state.rawValue)
            if uses != [.all] {
                writer.key("uses")
                writer.strings(uses.map(\.rawValue))
            }
        }
        return writer.bytes
    }
}

extension ObjectionScope {
    fileprivate var isAddress: Bool { kind == .url || kind.isPrefixLike }

    /// The key as a URL that is read as this key again: of https the port 443 would be left away, and another address meant.
    fileprivate var address: String {
        let authority = key.prefix { $0 != "/" }
        return (authority.hasSuffix(":443") ? "http://" : "https://") + key
    }
}
