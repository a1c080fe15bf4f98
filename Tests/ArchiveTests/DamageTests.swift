import Archive
import Canonical
import Testing

@Suite("Damaged WARC files")
struct DamageTests {
    private static func members() -> [[UInt8]] { Fixture.three.map { Fixture.storedMember($0) } }

    @Test("A file cut anywhere gives the complete records before the cut and one error; a cut record says so")
    func cutAnywhere() throws {
        let forms: [[[UInt8]]] = [Fixture.three, Self.members(), try Fixture.three.map { try Fixture.zstdFrame($0) }]
        for pieces in forms {
            let all = Array(pieces.joined())
            for cut in 1..<all.count {
                let reading = try Reading(Array(all[..<cut]))
                let whole = reading.items.filter { $0.completeness == .complete }
                #expect(whole == Array(Fixture.threeItems.prefix(whole.count)), "cut at \(cut)")
                #expect(reading.errors.count <= 1)
                let complete = Self.completeCount(pieces, cut)
                #expect(whole.count >= complete, "cut at \(cut)")
                // In a plain file a cut in the empty lines behind a record cannot be told from their absence.
                if whole.count < 3 && cut != pieces.prefix(whole.count).joined().count && pieces != Fixture.three {
                    #expect(reading.errors.count == 1, "cut at \(cut)")
                }
            }
        }
    }

    private static func completeCount(_ pieces: [[UInt8]], _ cut: Int) -> Int {
        var end = 0
        return pieces.prefix { piece in
            end += piece.count
            return end <= cut
        }.count
    }

    @Test("A member whose checksum is wrong never counts as complete, and the next one is found again")
    func badChecksum() throws {
        var members = Self.members()
        members[1][members[1].count - 6] ^= 0xFF
        let reading = try Reading(Array(members.joined()), resyncs: true)
        #expect(reading.items.map(\.completeness) == [.complete, .unverified, .complete])
        #expect(reading.errors == [.badCompression])
        let start = members[0].count
        #expect(reading.damaged.map(\.start) == [start])
        #expect(reading.damaged.map(\.end) == [start + members[1].count])
    }

    @Test("Bytes between members are reported as a damaged range, and what follows is read")
    func garbage() throws {
        let frames = try Fixture.three.map { try Fixture.zstdFrame($0) }
        for pieces in [Self.members(), frames] {
            let junk: [UInt8] = Array("junk ".utf8) + pieces[0].prefix(4) + [0, 1, 2, 3]
            let reading = try Reading(pieces[0] + junk + pieces[1] + pieces[2], resyncs: true)
            #expect(reading.items == Fixture.threeItems)
            #expect(reading.errors == [.badCompression])
            #expect(reading.damaged.map(\.end) == [pieces[0].count + junk.count])
        }
    }

    @Test("A head without Content-Length loses its record only")
    func badHead() throws {
        let bad = Array("WARC/1.0\r\nWARC-Type: resource\r\n\r\nlost\r\n\r\n".utf8)
        let pieces = [Fixture.three[0], bad, Fixture.three[1], Fixture.three[2]]
        for bytes in [
            Array(pieces.joined()), Fixture.storedMember(pieces.joined()),
            Array(pieces.map { Fixture.storedMember($0) }.joined()),
        ] {
            let reading = try Reading(bytes, resyncs: true)
            #expect(reading.items == Fixture.threeItems)
            #expect(reading.errors == [.badHeader])
        }
    }

    @Test("Behind a damage in a member of many records the ordinals go on, so that no two places are the same")
    func ordinals() throws {
        let bad = Array("WARC/1.0\r\nWARC-Type: resource\r\n\r\nlost\r\n\r\n".utf8)
        let file = try TemporaryFile(Fixture.storedMember(Fixture.three[0] + bad + Fixture.three[1]))
        var reader = try WARCReader(path: file.path)
        let first = try #require(try reader.next())
        #expect(throws: ArchiveError.self) { _ = try reader.next() }
        #expect(try reader.resync() == DamagedRange(start: 0, end: 0))
        let last = try #require(try reader.next())
        #expect(first.offset == last.offset && first.ordinal == 0 && last.ordinal == 2)
        #expect(try reader.next() == nil)
    }

    @Test("A Content-Length that claims too much does not swallow the records behind it")
    func overlong() throws {
        let liar = Array(
            "WARC/1.0\r\nWARC-Target-URI: http://l.example/\r\nContent-Length: 9000\r\n\r\nlie\r\n\r\n".utf8)
        let pieces = [Fixture.three[0], liar, Fixture.three[1], Fixture.three[2]]
        let frames = try pieces.map { try Fixture.zstdFrame($0) }
        for bytes in [
            Array(pieces.joined()), Array(pieces.map { Fixture.storedMember($0) }.joined()), Array(frames.joined()),
        ] {
            let reading = try Reading(bytes, resyncs: true)
            #expect(reading.errors == [.lengthBeyondEnd])
            #expect(reading.items.filter { $0.completeness == .complete } == Fixture.threeItems)
            #expect(reading.items.first { $0.uri == "http://l.example/" }?.completeness == .truncated)
        }
    }

    @Test("A Content-Length that claims too little is an error, and the next record is found")
    func overshort() throws {
        let short = Array(
            "WARC/1.0\r\nWARC-Target-URI: http://s.example/\r\nContent-Length: 2\r\n\r\nlonger\r\n\r\n".utf8)
        let pieces = [short] + Fixture.three
        for bytes in [Array(pieces.joined()), Array(pieces.map { Fixture.storedMember($0) }.joined())] {
            let reading = try Reading(bytes, resyncs: true)
            #expect(reading.errors == [.badHeader])
            #expect(Array(reading.items.dropFirst()) == Fixture.threeItems)
        }
    }

    @Test("Random changes never crash or hang the reader", .timeLimit(.minutes(10)))
    func fuzz() throws {
        var random = SplitMix(state: 20_261_123)
        let forms = [
            Array(Fixture.three.joined()), Array(Self.members().joined()),
            try WARCWriter.encode(
                .resource(
                    id: "urn:uuid:1", date: .init(seconds: 0), targetURI: "http://a.example/",
                    contentType: "text/plain", block: Array(String(repeating: "page ", count: 300).utf8))),
            Array(try Fixture.three.map { try Fixture.zstdFrame($0) }.joined()),
            Fixture.hex(ZstdDictionaryFixture.plain),
        ]
        for form in forms {
            for _ in 0..<300 {
                let reading = try? Reading(random.mutate(form), resyncs: true)
                #expect((reading?.items.count ?? 0) < 1000)
            }
        }
    }

    @Test("a gzip member that is cut where the next begins is told as such, whatever it decodes to")
    func cutMember() throws {
        let text = (0..<400).map { "\($0 &* 7919 % 1000) words of page \($0)" }.joined(separator: " ")
        let records = (0..<4).map { Fixture.record("http://a.example/\($0)", text + "\($0)") }
        let members = try records.map { try Fixture.deflated($0) }
        for cut in stride(from: 12, to: members[1].count - 1, by: 7) {
            let file = try TemporaryFile(members[0] + members[1][..<cut] + members[2] + members[3])
            var reader = try WARCReader(path: file.path)
            var errors: [ArchiveError] = []
            var uris: [String] = []
            while true {
                do throws(ArchiveError) {
                    guard let record = try reader.next() else { break }
                    if record.completeness == .complete { uris.append(record.targetURI ?? "") }
                } catch {
                    errors.append(error)
                    guard try reader.resync() != nil else { break }
                }
            }
            #expect(uris.first == "http://a.example/0" && uris.last == "http://a.example/3", "cut at \(cut)")
            #expect(!errors.isEmpty)
            for error in errors {
                #expect(error.code == .badCompression || error.code == .lengthBeyondEnd, "cut at \(cut): \(error)")
                #expect(!error.reason.contains("no WARC version line"), "cut at \(cut): \(error)")
            }
        }
    }
}

/// A small generator with a known seed, so that a failure can be had again.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    /// One to four changes: a byte set, removed, put in, a range doubled, or the end cut off.
    mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...4, using: &self) where changed.count > 2 {
            let place = Int.random(in: 0..<changed.count, using: &self)
            switch Int.random(in: 0..<5, using: &self) {
            case 0: changed[place] = UInt8.random(in: 0...255, using: &self)
            case 1: changed.remove(at: place)
            case 2: changed.insert(UInt8.random(in: 0...255, using: &self), at: place)
            case 3: changed.insert(contentsOf: changed[place..<min(place + 60, changed.count)], at: place)
            default: changed.removeLast(changed.count - place)
            }
        }
        return changed
    }
}
