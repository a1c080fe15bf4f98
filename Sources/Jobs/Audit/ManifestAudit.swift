internal import Canonical
internal import Provenance
internal import Shards

/// Looks at `manifest.json`: its form, and whether what it says follows from itself.
struct ManifestAudit {
    static let file = "manifest.json"

    let files: AuditFiles
    private var log: AuditLog { files.log }

    init(_ files: AuditFiles) { self.files = files }

    /// Nil, and faults, for a manifest that cannot be read: then nothing else can be held against it.
    func run() -> Manifest? {
        guard let json = files.json(Self.file) else { return nil }
        let manifest: Manifest
        do { manifest = try Manifest(json: json) } catch {
            log.add(error.key == "format" ? .version : .unreadable, Self.file, "\(error)")
            return nil
        }
        let protocols = json["protocols"]?.array?.map { $0.string ?? "" } ?? []
        guard protocols == RightsProtocol.allCases.map(\.rawValue) else {
            log.add(.version, Self.file, "names other protocols than this program's \(RightsProtocol.setID)")
            return nil
        }
        if json["root"]?.string != manifest.root.hex {
            log.add(.digest, Self.file, "its root is not that of the evidence roots it names")
        } else if manifest.bytes != json.canonicalBytes + [0x0A] {
            log.add(.changed, Self.file, "holds what no manifest of this format has")
        }
        checkOrder(manifest)
        checkInputSet(manifest.inputSet)
        return manifest
    }

    private func checkOrder(_ manifest: Manifest) {
        let numbers = manifest.seals.map(\.number)
        if zip(numbers, numbers.dropFirst()).contains(where: { $0 >= $1 }) || numbers.contains(where: { $0 < 0 }) {
            log.add(.changed, Self.file, "its inputs do not stand in the order of their numbers")
        }
        for seal in manifest.seals {
            let names = seal.parts.map(\.name)
            let due = names.indices.map { PartName(number: seal.number, roll: $0) }
            if names != due || names.isEmpty {
                log.add(.changed, Self.file, "the parts of input \(seal.number) are not numbered one after the other")
            }
        }
    }

    /// The digest over all inputs must follow from what is named beside it, in the order a run has it.
    private func checkInputSet(_ set: JSONValue) {
        let words = ["at", "protocolSet", "reader", "agent", "source"].map { set[$0]?.string ?? "" }
        let digests = InputAudit.names.compactMap { set[$0]?.string }
        var writer = JSONWriter()
        writer.strings(words + digests)
        if set["digest"]?.string != Digest(of: writer.bytes).hex {
            log.add(.digest, Self.file, "the digest of its input set is not over what the input set names")
        }
        if set["protocolSet"]?.string != RightsProtocol.setID {
            log.add(.version, Self.file, "its states are letters of another set than \(RightsProtocol.setID)")
        }
    }
}
