internal import Canonical

/// Rows about what this program does not read: counted, never passed.
struct ForeignFormat: VectorFormat {
    let name = "rows of protocols not read"

    private static let shapes: [(keys: [String], reason: String)] = [
        (["assertion", "expect_training"], "C2PA is not read"),
        (["manifest", "id"], "C2PA is not read"),
        (["xmp"], "XMP is not read"),
        (["raw", "header_type"], "structured fields are parsed by a library that is tested elsewhere"),
        (["kind", "input", "expected"], "canonical forms of another tool"),
    ]

    func recognises(_ row: JSONValue) -> Bool { reason(row) != nil }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        .skipped(reason(row.value) ?? "not read")
    }

    private func reason(_ row: JSONValue) -> String? {
        Self.shapes.first { shape in shape.keys.allSatisfy { row[$0] != nil } }?.reason
    }
}
