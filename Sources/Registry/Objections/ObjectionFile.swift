internal import Glibc

/// Writes an objection file (`docs/formats/objection.md`) that is there whole or not at all.
public struct ObjectionFile: ~Copyable {
    private let path: String
    private var sink: FileSink

    /// - Throws: ``RegistryError`` with code `storage`.
    public init(_ path: String) throws(RegistryError) {
        self.path = path
        sink = try FileSink(path + ".open")
    }

    public mutating func write(_ objection: Objection) throws(RegistryError) {
        try sink.write(objection.line)
        try sink.write(0x0A)
    }

    /// Makes the file durable and gives it its name.
    public mutating func finish() throws(RegistryError) {
        _ = try sink.finish()
        guard rename(path + ".open", path) == 0 else { throw .storage(path, "cannot be named") }
    }
}
