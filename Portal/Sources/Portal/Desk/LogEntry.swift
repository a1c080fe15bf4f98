internal import Canonical
internal import Ledger
internal import Registry

/// One event of the public log with the proof that it is in it.
struct LogEntry: Sendable {
    let event: RegistryEvent
    /// The scopes it commits to, and their opening as an export has it; nil for what nobody may see.
    let scopes: [ObjectionScope]?
    let opening: JSONValue?
    let proof: InclusionProof
    let head: Checkpoint

    var leaf: Digest { MerkleTree.leaf(event.line) }

    var json: JSONValue {
        .object(
            [
                .init("checkpoint", .string(String(decoding: head.bytes, as: UTF8.self))),
                .init("event", .string(String(decoding: event.line, as: UTF8.self))), .init("inclusion", proof.json),
                .init("leaf", .string(leaf.description)), .init("root", .string(head.root.description)),
            ] + (opening.map { [.init("opening", $0)] } ?? []))
    }
}
