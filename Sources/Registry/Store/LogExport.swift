internal import Canonical
internal import Foundation
internal import GRDB
public import Ledger

/// The public log as a file of JSON lines: a header with the checkpoint, every event as it stands, and behind an event the
/// scope it commits to, unless that is personal or erased.
///
/// Source: `docs/formats/registry.md`, "Export".
public enum LogExport {
    public static let format = "muniment.registry.log/1"

    static func header(_ head: Checkpoint, _ key: VerifyingKey) -> [UInt8] {
        JSONValue.object([
            .init("checkpoint", .string(String(decoding: head.bytes, as: UTF8.self))), .init("format", .string(format)),
            .init("key", .string(key.text)),
        ]).canonicalBytes
    }

    static func opening(_ body: [UInt8], _ salt: [UInt8], of index: Int) -> JSONValue {
        .object([
            .init("opens", .integer(Int64(index))), .init("salt", .string(Hex.encode(salt))),
            .init("scope", .string(String(decoding: body, as: UTF8.self))),
        ])
    }
}

extension RegistryStore {
    /// Writes the public log. The file is there whole or not at all.
    ///
    /// - Returns: The head it was signed at.
    /// - Throws: ``RegistryError``; `damagedLog` if the store is not as it was written.
    public func export(to file: String, key: SigningKey) throws(RegistryError) -> Checkpoint {
        let head = try checkpoint(key)
        var sink = try FileSink(file + ".open")
        func put(_ line: [UInt8]) throws(RegistryError) {
            try sink.write(line)
            try sink.write(0x0A)
        }
        try put(LogExport.header(head, key.verifying))
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT place, line FROM event WHERE place < ? ORDER BY place", arguments: [head.size])
            while let row = try rows.next() {
                let event = try Self.event(row, path)
                try put(event.line)
                guard event.opensScope, let (salt, body) = try Self.bodies(db, event)[.scope] else { continue }
                try put(LogExport.opening(body, salt, of: event.index).canonicalBytes)
            }
        }
        _ = try sink.finish()
        guard rename(file + ".open", file) == 0 else { throw .storage(file, "cannot be named") }
        return head
    }
}

extension RegistryEvent {
    /// Whether anybody may see the scope that was filed.
    var opensScope: Bool {
        switch body {
        case .file(let terms), .adopt(let terms, _): !terms.isPersonal
        default: false
        }
    }
}
