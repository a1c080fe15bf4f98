public import Canonical

/// One input (`filter`) or segment (`crawl`) and the parts made of it.
public struct InputSeal: Hashable, Sendable {
    /// One part: a seal for each of its files.
    public struct Part: Hashable, Sendable {
        public let name: PartName
        public let seals: [PartFolder: FileSeal]

        public init(name: PartName, seals: [PartFolder: FileSeal]) {
            self.name = name
            self.seals = seals
        }
    }

    /// Its place in the sorted list; the number of its parts.
    public let number: Int
    /// Without its folder; empty for a segment of a crawl.
    public let name: String
    public let digest: Digest
    public let bytes: Int
    public let parts: [Part]
    /// Of the account of its records; nil for a segment of a crawl, which has none.
    public let records: FileSeal?

    public init(
        number: Int, name: String, digest: Digest, bytes: Int, parts: [Part], records: FileSeal? = nil
    ) {
        self.records = records
        self.number = number
        self.name = name
        self.digest = digest
        self.bytes = bytes
        self.parts = parts
    }

    public var json: JSONValue {
        .object(
            [
                .init("bytes", .integer(Int64(bytes))), .init("digest", .string(digest.hex)),
                .init("name", .string(name)), .init("number", .integer(Int64(number))),
                .init("parts", .array(parts.map(Self.json))),
            ] + (records.map { [.init("records", $0.json)] } ?? []))
    }

    private static func json(_ part: Part) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("number", .integer(Int64(part.name.number))), .init("roll", .integer(Int64(part.name.roll))),
        ]
        for (folder, seal) in part.seals { members.append(.init(folder.rawValue, seal.json)) }
        return .object(members)
    }

    /// - Throws: ``RowError`` naming the key.
    public init(json: JSONValue) throws(RowError) {
        let reader = try RowReader(value: json, format: "manifest 1")
        var parts: [Part] = []
        for item in try reader.list("parts") {
            var seals: [PartFolder: FileSeal] = [:]
            for folder in PartFolder.allCases {
                seals[folder] = try FileSeal(item.member(folder.rawValue))
            }
            let name = PartName(number: try item.integer("number"), roll: try item.integer("roll"))
            parts.append(Part(name: name, seals: seals))
        }
        self.init(
            number: try reader.integer("number"), name: try reader.string("name"),
            digest: try reader.parsed("digest") { Digest($0) }, bytes: try reader.integer("bytes"), parts: parts,
            records: try reader.optional("records").map { (seal) throws(RowError) in try FileSeal(seal) })
    }
}
