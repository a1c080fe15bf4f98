public import Canonical

/// What one sealed file of a part holds.
public struct FileSeal: Hashable, Sendable {
    public let rows: Int
    /// Uncompressed bytes, newlines included.
    public let bytes: Int
    /// SHA-256 over the uncompressed bytes.
    public let content: Digest
    /// The Merkle root over the lines (RFC 9162), each without its newline.
    public let root: Digest
    /// SHA-256 over the file as it lies on disk.
    public let file: Digest
    public let fileBytes: Int

    public init(rows: Int, bytes: Int, content: Digest, root: Digest, file: Digest, fileBytes: Int) {
        self.rows = rows
        self.bytes = bytes
        self.content = content
        self.root = root
        self.file = file
        self.fileBytes = fileBytes
    }

    public var json: JSONValue {
        .object([
            .init("bytes", .integer(Int64(bytes))), .init("content", .string(content.hex)),
            .init("file", .string(file.hex)), .init("fileBytes", .integer(Int64(fileBytes))),
            .init("root", .string(root.hex)), .init("rows", .integer(Int64(rows))),
        ])
    }

    /// - Throws: ``RowError`` naming the key.
    public init(json: JSONValue) throws(RowError) {
        try self.init(RowReader(value: json, format: "manifest 1"))
    }

    init(_ reader: RowReader) throws(RowError) {
        self.init(
            rows: try reader.integer("rows"), bytes: try reader.integer("bytes"),
            content: try reader.parsed("content") { Digest($0) }, root: try reader.parsed("root") { Digest($0) },
            file: try reader.parsed("file") { Digest($0) }, fileBytes: try reader.integer("fileBytes"))
    }
}
