internal import Canonical

/// Rows about what this program does not read: counted, never passed.
struct ForeignFormat: VectorFormat {
    let name = "rows of protocols not read"

    private static let shapes: [(keys: [String], reason: String)] = [
        (["kind", "input", "expected"], "canonical forms of another tool")
    ]

    func recognises(_ row: JSONValue) -> Bool { reason(row) != nil }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        .skipped(reason(row.value) ?? "not read")
    }

    private func reason(_ row: JSONValue) -> String? {
        Self.shapes.first { shape in shape.keys.allSatisfy { row[$0] != nil } }?.reason
    }
}
