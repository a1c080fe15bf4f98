internal import Canonical
internal import Shards

/// Looks at `inputs/`: every input of the decisions, under the digest the manifest names it by.
struct InputAudit {
    /// What an input set may name, in the order its digest takes them.
    static let names = ["profile", "ruleset", "registry", "public-suffix-list", "signals", "grounds"]

    let files: AuditFiles

    init(_ files: AuditFiles) { self.files = files }

    func run(_ set: JSONValue) {
        var due: Set<String> = []
        for name in Self.names {
            guard let text = set[name]?.string else {
                if ["profile", "ruleset", "signals"].contains(name) {
                    files.log.add(.missing, ManifestAudit.file, "its input set names no \(name)")
                }
                continue
            }
            guard let digest = Digest(text) else { continue }
            due.insert(digest.hex)
            files.check("inputs/\(digest.hex)", digest, "the \(name) of the run")
            if name == "registry" { due.formUnion(registry(digest)) }
        }
        files.foreign(in: "inputs") { due.contains($0) }
    }

    /// The files that a snapshot's manifest names.
    private func registry(_ digest: Digest) -> Set<String> {
        let file = "inputs/\(digest.hex)"
        guard !files.log.has(file), let bytes = files.bytes(file) else { return [] }
        var due: Set<String> = []
        do {
            let line = Array(bytes.prefix { $0 != 0x0A })
            for member in try JSONReader.read(line)["files"]?.members ?? [] {
                guard let digest = member.value["sha256"]?.string.flatMap({ Digest($0) }) else { continue }
                due.insert(digest.hex)
                files.check("inputs/\(digest.hex)", digest, "the registry's \(member.key)")
            }
        } catch {
            files.log.add(.unreadable, file, "the registry's manifest is no JSON: \(error)")
        }
        return due
    }
}
