import Canonical
import Provenance
import Shards
import Testing

/// As much of JSON Schema 2020-12 as the schemas of the formats need to be held to the code: references, types, required
/// and other keys, items, constants and enumerations. Patterns and conditions are left to validators.
struct Schema {
    let root: JSONValue

    init(_ name: String) throws { root = try JSONReader.read(Golden.document(name)) }

    /// What is wrong with a value, by path.
    func faults(_ value: JSONValue, _ schema: JSONValue? = nil, at path: String = "") -> [String] {
        let schema = schema ?? root
        if let name = schema["$ref"]?.string {
            guard let target = root["$defs"]?[String(name.dropFirst("#/$defs/".count))] else {
                return ["\(path): no \(name)"]
            }
            return self.faults(value, target, at: path)
        }
        if let choices = schema["oneOf"]?.array, schema["properties"] == nil {
            let fits = choices.filter { self.faults(value, $0, at: path).isEmpty }
            return fits.count == 1 ? [] : ["\(path): fits \(fits.count) of \(choices.count)"]
        }
        var faults: [String] = []
        if let type = schema["type"], !(type.array ?? [type]).contains(.string(Self.type(of: value))) {
            faults.append("\(path): \(Self.type(of: value)) is not \(type)")
        }
        if let due = schema["const"], due != value { faults.append("\(path): is not \(due)") }
        if let due = schema["enum"]?.array, !due.contains(value) {
            faults.append("\(path): \(value) is none of the words")
        }
        return faults + self.faults(inObject: value, schema, path) + self.faults(inList: value, schema, path)
    }

    private func faults(inObject value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
        guard let members = value.members else { return [] }
        var faults: [String] = []
        for key in schema["required"]?.array ?? [] where value[key.string ?? ""] == nil {
            faults.append("\(path): \(key) is missing")
        }
        for member in members {
            let below = "\(path).\(member.key)"
            if let property = schema["properties"]?[member.key] {
                faults += self.faults(member.value, property, at: below)
            } else if let other = schema["additionalProperties"] {
                faults +=
                    other == .bool(false)
                    ? ["\(below) is not in the schema"] : self.faults(member.value, other, at: below)
            }
        }
        return faults
    }

    private func faults(inList value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
        guard let items = value.array else { return [] }
        var faults: [String] = []
        if let least = schema["minItems"]?.integer, items.count < least { faults.append("\(path): too few") }
        if let most = schema["maxItems"]?.integer, items.count > most { faults.append("\(path): too many") }
        let first = schema["prefixItems"]?.array ?? []
        for (index, item) in items.enumerated() {
            guard let due = index < first.count ? first[index] : schema["items"] else { continue }
            faults += self.faults(item, due, at: "\(path)[\(index)]")
        }
        return faults
    }

    private static func type(of value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool: "boolean"
        case .integer: "integer"
        case .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}

@Suite("Schemas and code say the same")
struct SchemaTests {
    @Test("Every golden row is as its schema says", arguments: ["evidence", "document", "site"])
    func golden(name: String) throws {
        let schema = try Schema("\(name).schema.json")
        for line in try Golden.lines("\(name).jsonl") {
            #expect(schema.faults(try JSONReader.read(line)) == [])
        }
    }

    @Test("Rows of every kind, with every word, are as the schema says")
    func random() throws {
        let schema = try Schema("evidence.schema.json")
        var source = RandomRow(seed: 77)
        for _ in 0..<60 { #expect(schema.faults(try JSONReader.read(source.row().line)) == []) }
    }

    @Test("A key more or less, and another type, are faults: the check sees what it should")
    func notBlind() throws {
        let schema = try Schema("evidence.schema.json")
        let row = try JSONReader.read(Samples.row().line)
        let members = try #require(row.members)
        for member in members {
            let without = JSONValue.object(members.filter { $0.key != member.key })
            let isRequired = schema.root["required"]?.array?.contains(.string(member.key)) == true
            if isRequired { #expect(!schema.faults(without).isEmpty, "\(member.key)") }
            let other = members.map { $0.key == member.key ? JSONValue.Member($0.key, .bool(true)) : $0 }
            #expect(!schema.faults(.object(other)).isEmpty, "\(member.key)")
        }
        #expect(!schema.faults(.object(members + [.init("more", .integer(1))])).isEmpty)
    }

    @Test("The words of the schema are those of the code, no more and no fewer")
    func words() throws {
        let root = try Schema("evidence.schema.json").root
        func words(_ path: String...) -> [String] {
            path.reduce(Optional(root)) { $0?[$1] }?["enum"]?.array?.compactMap(\.string) ?? []
        }
        func signal(_ key: String) -> [String] { words("$defs", "signal", "properties", key) }
        #expect(words("properties", "access") == AccessFinding.allCases.map(\.rawValue))
        #expect(words("$defs", "verdict") == Verdict.allCases.map(\.rawValue))
        #expect(words("$defs", "moment") == Moment.allCases.map(\.rawValue))
        #expect(words("$defs", "capture", "properties", "body") == Capture.BodyState.allCases.map(\.rawValue))
        #expect(words("$defs", "licence", "properties", "outcome") == LicenceFinding.Outcome.allCases.map(\.rawValue))
        #expect(signal("source") == RightsProtocol.allCases.map(\.rawValue))
        #expect(signal("category") == UseCategory.allCases.map(\.rawValue))
        #expect(signal("value") == SignalValue.allCases.map(\.rawValue))
        #expect(signal("scope") == SignalScope.allCases.map(\.rawValue))
        let site = try Schema("site.schema.json").root["properties"]
        #expect(site?["kind"]?["enum"]?.array?.compactMap(\.string) == SiteFileKind.allCases.map(\.rawValue))
        #expect(site?["outcome"]?["enum"]?.array?.compactMap(\.string) == SiteFileOutcome.allCases.map(\.rawValue))
        #expect(RightsProtocol.allCases.count == 26, "the pattern of states in the schema counts the letters")
    }

    @Test("What a run writes of an input is as the manifest's schema says")
    func manifest() throws {
        let folder = try TemporaryFolder()
        let writer = PartWriter(output: folder.path, number: 0, level: 3, rollBytes: 1000)
        try writer.append(evidence: Samples.row().line, document: nil, sites: [Samples.robots()])
        let seal = InputSeal(number: 0, name: "a.warc", digest: Digest(of: "a"), bytes: 1, parts: try writer.finish())
        let schema = try Schema("manifest.schema.json")
        let input = try #require(schema.root["$defs"]?["input"])
        #expect(schema.faults(try JSONReader.read(seal.json.canonicalBytes), input) == [])
    }
}
