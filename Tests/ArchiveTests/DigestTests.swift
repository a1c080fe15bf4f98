import Archive
import Canonical
import Foundation
import Testing

@Suite("Digests that records state (WARC 1.1, sections 5.8 and 5.9)")
struct DigestTests {
    private static let body = Array("Hello, world, and all who read in it".utf8)
    private static let head = Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
    private static let chunks = Array("24\r\n".utf8) + body + Array("\r\n0\r\n\r\n".utf8)

    private func fault(
        _ fields: [String], type: String = "response", block: [UInt8] = head + chunks
    ) throws -> String? {
        let lines = ["WARC/1.0", "WARC-Type: \(type)", "Content-Length: \(block.count)"] + fields + ["", ""]
        let file = try TemporaryFile(Array(lines.joined(separator: "\r\n").utf8) + block + [13, 10, 13, 10])
        var reader = try WARCReader(path: file.path)
        let record = try #require(try reader.next())
        return record.digestFault()
    }

    private static func sha256(_ bytes: [UInt8]) -> String { "sha256:" + Digest(of: bytes).hex }
    private static func sha1(_ bytes: [UInt8]) -> String { "sha1:" + Hex.encode(SHA1.hash(bytes)) }

    @Test("SHA-1 and SHA-256, in Base 32 or hexadecimal, whatever the case and the padding")
    func forms() throws {
        // Made with `openssl dgst -binary | base32` over "abc".
        let abc = Array("abc".utf8)
        let labels = [
            "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", "SHA-1:vgmt4nsha2awvor6evyxqugcnsonbwe5",
            "sha1:a9993e364706816aba3e25717850c26c9cd0d89d",
            "sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====",
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ]
        for label in labels {
            #expect(try fault(["WARC-Block-Digest: \(label)"], type: "resource", block: abc) == nil, "\(label)")
            #expect(try fault(["WARC-Block-Digest: \(label)"], type: "resource", block: [0x61]) != nil, "\(label)")
        }
        #expect(try fault(["WARC-Block-Digest: sha1:"], type: "resource", block: abc) != nil)
        #expect(try fault(["WARC-Block-Digest: md5:0"], type: "resource", block: abc) == nil, "not computed here")
        #expect(try fault([], type: "resource", block: abc) == nil)
    }

    @Test("the block digest decides alone; without one the payload digest may be over any reading of the payload")
    func payloads() throws {
        for bytes in [Self.chunks, Self.body, Self.head + Self.chunks] {
            #expect(try fault(["WARC-Payload-Digest: \(Self.sha1(bytes))"]) == nil)
        }
        let wrong = "WARC-Payload-Digest: \(Self.sha1([1]))"
        #expect(try fault([wrong]) != nil)
        #expect(try fault([wrong, "WARC-Block-Digest: \(Self.sha256(Self.head + Self.chunks))"]) == nil)
        #expect(try fault([wrong, "WARC-Truncated: length"]) == nil)
        #expect(try fault([wrong, "WARC-Segment-Number: 1"]) == nil)
        #expect(try fault([wrong], type: "revisit") == nil)
        let right = "WARC-Payload-Digest: \(Self.sha1(Self.chunks))"
        #expect(try fault([right, "WARC-Block-Digest: \(Self.sha256([1]))"]) != nil)
    }
}
