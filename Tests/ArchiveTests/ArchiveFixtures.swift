import Archive
import Foundation
import Testing

/// A file of the given bytes that lives as long as the value.
final class TemporaryFile {
    let path: String

    init(_ bytes: [UInt8], name: String = "file") throws {
        path = NSTemporaryDirectory() + "archive-test-\(UUID().uuidString)-\(name)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    deinit { unlink(path) }
}

/// What a reader said about a whole file.
struct Reading: Equatable {
    struct Item: Equatable {
        var uri: String?
        var block: [UInt8]
        var completeness: WARCRecord.Completeness
    }

    var items: [Item] = []
    var errors: [ArchiveError.Code] = []
    var damaged: [DamagedRange] = []

    /// Reads to the end, over damages if `resyncs`.
    init(_ bytes: [UInt8], resyncs: Bool = false, options: WARCReader.Options = .init()) throws {
        let file = try TemporaryFile(bytes)
        var reader = try WARCReader(path: file.path, options: options)
        while true {
            do throws(ArchiveError) {
                guard let record = try reader.next() else { return }
                items.append(Item(uri: record.targetURI, block: record.block, completeness: record.completeness))
            } catch {
                errors.append(error.code)
                guard resyncs, let range = try reader.resync() else { return }
                damaged.append(range)
            }
        }
    }
}

enum Fixture {
    /// A record as bytes, plain.
    static func record(_ uri: String, _ block: String, type: String = "resource", extra: String = "") -> [UInt8] {
        let head = "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:\(uri.utf8.count)>\r\n"
        let rest = "WARC-Target-URI: \(uri)\r\n\(extra)Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
        return Array((head + rest).utf8)
    }

    static let three = [
        record("http://a.example/", "first"), record("http://b.example/long", String(repeating: "second ", count: 40)),
        record("http://c.example/", ""),
    ]

    static var threeItems: [Reading.Item] {
        [
            .init(uri: "http://a.example/", block: Array("first".utf8), completeness: .complete),
            .init(
                uri: "http://b.example/long", block: Array(String(repeating: "second ", count: 40).utf8),
                completeness: .complete),
            .init(uri: "http://c.example/", block: [], completeness: .complete),
        ]
    }

    /// A gzip member that stores `bytes` uncompressed (RFC 1952, RFC 1951 section 3.2.4).
    static func storedMember(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        var rest = Array(bytes)[...]
        repeat {
            let piece = rest.prefix(0xFFFF)
            rest = rest.dropFirst(piece.count)
            let size = UInt16(piece.count)
            member.append(rest.isEmpty ? 1 : 0)
            for word in [size, ~size] { member += [UInt8(word & 0xFF), UInt8(word >> 8)] }
            member += piece
        } while !rest.isEmpty
        for word in [crc32(bytes), UInt32(bytes.count)] { member += (0..<4).map { UInt8(word >> ($0 * 8) & 0xFF) } }
        return member
    }

    /// A gzip member that is really compressed, as `gzip` makes it.
    static func deflated(_ bytes: [UInt8]) throws -> [UInt8] {
        let plain = try TemporaryFile(bytes)
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/gzip")
        gzip.arguments = ["-n", "-k", plain.path]
        try gzip.run()
        gzip.waitUntilExit()
        defer { unlink(plain.path + ".gz") }
        return Array(try Data(contentsOf: URL(fileURLWithPath: plain.path + ".gz")))
    }

    static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
        var value = ~UInt32(0)
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }

    static func zstdFrame(_ bytes: [UInt8]) throws -> [UInt8] {
        var writer = try ZstdFrameWriter()
        try writer.append(bytes)
        return try writer.endFrame()
    }

    static func hex(_ text: String) -> [UInt8] {
        let digits = Array(text.utf8).map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
