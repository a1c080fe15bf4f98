import Archive
import Canonical
import Testing

@Suite("Reading WARC files")
struct WARCReaderTests {
    @Test("Plain, per-record gzip, one gzip member for all, and zstd read alike")
    func formats() throws {
        let plain = Array(Fixture.three.joined())
        let frames = try Fixture.three.map { try Fixture.zstdFrame($0) }
        let forms = [
            plain, Array(Fixture.three.map { Fixture.storedMember($0) }.joined()), Fixture.storedMember(plain),
            Array(frames.joined()), try Fixture.zstdFrame(plain),
        ]
        for form in forms {
            let reading = try Reading(form)
            #expect(reading.items == Fixture.threeItems)
            #expect(reading.errors.isEmpty)
        }
    }

    @Test("A record may go over gzip members cut anywhere")
    func splitAnywhere() throws {
        let plain = Array(Fixture.three.joined())
        for cut in 0...plain.count {
            let bytes = Fixture.storedMember(plain[..<cut]) + Fixture.storedMember(plain[cut...])
            let reading = try Reading(bytes)
            #expect(reading.items == Fixture.threeItems, "cut at \(cut)")
            #expect(reading.errors.isEmpty, "cut at \(cut)")
        }
    }

    @Test("Offsets and lengths are those of the members; ordinals count records of one member")
    func places() throws {
        let members = Fixture.three.map { Fixture.storedMember($0) }
        let file = try TemporaryFile(Array(members.joined()))
        var reader = try WARCReader(path: file.path)
        var offset = 0
        for member in members {
            let record = try #require(try reader.next())
            #expect(record.offset == offset && record.length == member.count && record.ordinal == 0)
            offset += member.count
        }
        let single = try TemporaryFile(Fixture.storedMember(Fixture.three.joined()))
        var all = try WARCReader(path: single.path)
        for ordinal in 0..<3 {
            let record = try #require(try all.next())
            #expect(record.offset == 0 && record.ordinal == ordinal && record.length == nil)
        }
        #expect(try all.next() == nil)
        let plain = try TemporaryFile(Array(Fixture.three.joined()))
        var bare = try WARCReader(path: plain.path)
        offset = 0
        for bytes in Fixture.three {
            let record = try #require(try bare.next())
            #expect(record.offset == offset && record.length == bytes.count && record.ordinal == 0)
            offset += bytes.count
        }
    }

    @Test("Records larger than every buffer come whole, from all formats")
    func large() throws {
        let block = String(repeating: "0123456789abcdef", count: 200_000)
        let plain = Fixture.record("http://big.example/", block) + Fixture.three[0]
        for form in [plain, Fixture.storedMember(plain), try Fixture.zstdFrame(plain)] {
            let reading = try Reading(form)
            #expect(reading.items.count == 2 && reading.errors.isEmpty)
            #expect(reading.items[0].block == Array(block.utf8))
        }
    }

    @Test("A block over the limit is passed over, its record named oversized")
    func oversized() throws {
        let reading = try Reading(Array(Fixture.three.joined()), options: .init(maxBlockBytes: 100))
        #expect(reading.items.map(\.completeness) == [.complete, .oversized, .complete])
        #expect(reading.items[1].block.isEmpty && reading.errors.isEmpty)
    }

    @Test("Zstd dictionaries in a leading skippable frame are used, plain or compressed")
    func dictionary() throws {
        for fixture in [ZstdDictionaryFixture.plain, ZstdDictionaryFixture.compressed] {
            let reading = try Reading(Fixture.hex(fixture))
            #expect(reading.items.map(\.uri) == ["http://a.example/", "http://a.example/"])
            #expect(reading.items.allSatisfy { $0.block == Array("body".utf8) } && reading.errors.isEmpty)
        }
    }

    struct Tolerated: CustomTestStringConvertible {
        var testDescription: String
        var text: String
    }

    @Test(
        "What other readers tolerate is tolerated",
        arguments: [
            Tolerated(
                testDescription: "LF alone",
                text: "WARC/1.0\nWARC-Type: resource\nWARC-Target-URI: http://x.example/ y\nContent-Length: 2\n\nok\n\n"
            ),
            Tolerated(
                testDescription: "no empty lines at the end",
                text: "WARC/1.0\r\nWARC-Target-URI: http://x.example/ y\r\nContent-Length: 2\r\n\r\nok"),
            Tolerated(
                testDescription: "angle brackets",
                text: "WARC/1.0\r\nWARC-Target-URI: <http://x.example/ y>\r\nContent-Length: 2\r\n\r\nok\r\n\r\n"),
            Tolerated(
                testDescription: "white space, case and a folded line",
                text: "WARC/1.1\r\nwarc-target-uri:   http://x.example/\r\n y \r\nCONTENT-LENGTH : 2 \r\n\r\nok\r\n\r\n"
            ),
            Tolerated(
                testDescription: "empty lines before the record",
                text: "\r\n\r\nWARC/0.18\r\nWARC-Target-URI: http://x.example/ y\r\nContent-Length: 2\r\n\r\nok\r\n\r\n"
            ),
        ])
    func tolerances(_ given: Tolerated) throws {
        for bytes in [Array(given.text.utf8), Fixture.storedMember(Array(given.text.utf8))] {
            let reading = try Reading(bytes)
            let item = Reading.Item(uri: "http://x.example/%20y", block: Array("ok".utf8), completeness: .complete)
            #expect(reading.items == [item] && reading.errors.isEmpty)
        }
    }

    struct Refused: CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var code: ArchiveError.Code

        init(_ name: String, _ text: String, _ code: ArchiveError.Code) {
            (testDescription, bytes, self.code) = (name, Array(text.utf8), code)
        }
    }

    @Test(
        "What is no WARC, or no record, is a typed error",
        arguments: [
            Refused("empty", "", .notWARC), Refused("text", "<html>hello</html>", .notWARC),
            Refused("short", "WAR", .notWARC),
            Refused("ARC", "filedesc://x.arc 0.0.0.0 20200101000000 text/plain 9\n1 0 X\n", .unsupportedFormat),
            Refused("no length", "WARC/1.0\r\nWARC-Type: resource\r\n\r\nok\r\n\r\n", .badHeader),
            Refused("bad length", "WARC/1.0\r\nContent-Length: -2\r\n\r\nok\r\n\r\n", .badHeader),
            Refused("huge length", "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\nok", .badHeader),
            Refused("head cut", "WARC/1.0\r\nContent-Length: 2\r\n", .truncated),
        ])
    func refusals(_ given: Refused) throws {
        for bytes in given.bytes.isEmpty ? [given.bytes] : [given.bytes, Fixture.storedMember(given.bytes)] {
            let reading = try Reading(bytes)
            #expect(reading.items.isEmpty)
            #expect(reading.errors == [given.code])
        }
    }

    @Test("Other packed files are refused, saying how to unpack them; a missing file cannot be read")
    func unsupported() throws {
        let others: [(start: [UInt8], advice: String)] = [
            ([0x04, 0x22, 0x4D, 0x18, 0x40], "lz4 -d"), (Array("BZh91AY".utf8), "bunzip2"),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "unxz"), (Array("PK\u{3}\u{4}..".utf8), "unzip"),
        ]
        for other in others {
            let file = try TemporaryFile(other.start)
            let error = #expect(throws: ArchiveError.self) { _ = try WARCReader(path: file.path) }
            #expect(error?.code == .unsupportedFormat && error?.reason.contains(other.advice) == true)
        }
        let missing = #expect(throws: ArchiveError.self) { _ = try WARCReader(path: "/nonexistent/x.warc") }
        #expect(missing?.code == .cannotRead)
    }

    @Test("Fields keep their order and duplicates; the date drops its fraction")
    func fields() throws {
        let extra =
            "WARC-Date: 2026-11-23T12:00:00.987Z\r\nWARC-Concurrent-To: <urn:a>\r\nWARC-Concurrent-To: <urn:b>\r\n"
        let file = try TemporaryFile(Fixture.record("http://a.example/", "x", type: "Response", extra: extra))
        var reader = try WARCReader(path: file.path)
        let record = try #require(try reader.next())
        #expect(record.kind == .response)
        #expect(record.headers.values("warc-concurrent-to") == ["<urn:a>", "<urn:b>"])
        #expect(record.date == Timestamp(rfc3339: "2026-11-23T12:00:00Z"))
        #expect(record.recordID == "urn:uuid:17" && record.version == "WARC/1.0")
        #expect(record.headers.pairs.map(\.name).first == "WARC-Type")
    }

    @Test("A missing or repeated record id gives way to one derived from the place")
    func captureID() throws {
        let file = try TemporaryFile(Fixture.three[0])
        var reader = try WARCReader(path: file.path)
        let record = try #require(try reader.next())
        let digest = Digest(of: "input")
        #expect(record.captureID(input: digest) { _ in false } == "urn:uuid:17")
        let derived = record.captureID(input: digest) { _ in true }
        #expect(derived == UUIDv5.captureID(input: digest, offset: 0, ordinal: 0) && derived != "urn:uuid:17")
        #expect(UUIDv5.captureID(input: digest, offset: 0, ordinal: 1) != derived)
    }

    @Test("RFC 9562, appendix A.4: www.example.com in the DNS namespace")
    func uuid() {
        let dns = Fixture.hex("6ba7b8109dad11d180b400c04fd430c8")
        let made = UUIDv5.make(namespace: dns, name: Array("www.example.com".utf8))
        #expect(UUIDv5.text(made) == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
    }
}
