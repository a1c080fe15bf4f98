public import Canonical
public import Licensing
public import Registry

/// The repertoire that a registry's store has, as a file of mandates.
public enum RegistryRepertoire {
    /// What was known of every entry at a time, and what files say beside it. A mandate that was ended says until when it held;
    /// other entries that have ended are left out.
    ///
    /// - Parameters:
    ///   - store: Nil for the files alone.
    ///   - replaced: Subjects (`mandate:M-1`) of the store that are left out, for others stand in their place.
    public static func file(
        of store: RegistryStore?, at time: Timestamp, replaced: Set<String> = [],
        beside files: [(text: String, file: String)] = []
    ) throws(RegistryError) -> RepertoireFile {
        var file = RepertoireFile()
        let known = try store.map { (store) throws(RegistryError) in try node(of: store, at: time, replaced) } ?? nil
        file.add(known.map { [$0] } ?? [], files: files)
        return file
    }

    private static func node(
        of store: RegistryStore, at time: Timestamp, _ replaced: Set<String>
    ) throws(RegistryError) -> ConfigNode? {
        var sections: [RepertoireSection: [JSONValue]] = [:]
        for record in try store.repertoire(at: time) where !replaced.contains(record.life.subject) {
            guard let section = RepertoireSection(word: record.life.kind) else { continue }
            guard let content = content(record, section, at: time) else { continue }
            sections[section, default: []].append(content)
        }
        guard !sections.isEmpty else { return nil }
        let members = sections.map { JSONValue.Member($0.key.rawValue, .array($0.value)) }
        return ConfigNode(json: .object(members.sorted { $0.key < $1.key }), file: store.path)
    }

    private static func content(
        _ record: RegistryStore.RepertoireRecord, _ section: RepertoireSection, at time: Timestamp
    ) -> JSONValue? {
        guard let ends = record.life.ends else { return record.content }
        guard section == .mandates else { return ends <= time ? nil : record.content }
        let own = record.content["to"]?.string.flatMap { Timestamp(day: $0) ?? Timestamp(rfc3339: $0) }
        let from = record.content["from"]?.string.flatMap { Timestamp(day: $0) ?? Timestamp(rfc3339: $0) }
        // One that ends before it begins never held.
        if let from, ends <= from { return nil }
        if let own, own <= ends { return record.content }
        let rest = record.content.members?.filter { $0.key != "to" } ?? []
        return .object(rest + [.init("to", .string(ends.description))])
    }

    /// All entries of a file as one file of mandates, in the order of their kinds and ids; empty if there are none.
    public static func bytes(_ file: RepertoireFile) -> [UInt8] {
        guard !file.entries.isEmpty else { return [] }
        let sections = Dictionary(grouping: file.entries, by: \.section).map { section, entries in
            JSONValue.Member(section.rawValue, .array(entries.sorted { $0.id < $1.id }.map(\.json)))
        }
        return JSONValue.object(sections.sorted { $0.key < $1.key }).canonicalBytes + [0x0A]
    }
}
