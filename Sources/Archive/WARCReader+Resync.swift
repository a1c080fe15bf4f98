/// Bytes of a file from which no record could be read.
///
/// Inside a member or frame of many records both ends are that member's offset.
public struct DamagedRange: Hashable, Sendable {
    /// Where the damaged record, member or frame begins.
    public let start: Int
    /// Where the next record that could be read begins, or its member or frame.
    public let end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}

extension WARCReader {
    /// After an error: finds the next place where a record begins, so that what follows a damage is not lost.
    ///
    /// Looks for a version line in what can still be decoded, else for a gzip member or zstd frame that decodes to one.
    /// Gives up after a thousand damages in one file, so that a hostile one cannot hold the reader up.
    /// A record found inside the damaged one (an archive within an archive) cannot be told from a later one.
    ///
    /// - Returns: What was passed over; nil if nothing readable follows, or if there was no error.
    /// - Throws: ``ArchiveError`` `cannotRead` if the file cannot be read again, as a pipe cannot.
    public mutating func resync() throws(ArchiveError) -> DamagedRange? {
        guard isStopped, resyncsLeft > 0 else { return nil }
        resyncsLeft -= 1
        let start = input.failure?.offset ?? max(lastOffset, 0)
        guard let end = try findRecord(from: start) else { return nil }
        isStopped = false
        pending = nil
        isFirst = false
        return DamagedRange(start: start, end: end)
    }

    private mutating func findRecord(from start: Int) throws(ArchiveError) -> Int? {
        if input.format == .plain && overran {
            rewindsLeft -= 1
            guard rewindsLeft >= 0 else { return nil }
            try input.restart(at: start)
        }
        if let place = scanDecoded() { return place }
        if input.format == .plain { return nil }
        let damaged = input.failure?.offset ?? start
        return try scanMembers(from: damaged + 1)
    }

    /// Goes forward in the decoded bytes to the next version line; nil if decoding ends first.
    private func scanDecoded() -> Int? {
        var atLineStart = true
        while true {
            do {
                guard try input.ensure(10) else { return nil }
            } catch {
                // Decoding failed as well: the caller goes on with the file's own bytes.
                return nil
            }
            // The record that failed is not the one looked for.
            let skipped = input.queue.position == lastPosition ? 1 : 0
            if let found = firstVersionLine(in: input.queue.bytes, from: skipped, atLineStart && skipped == 0) {
                input.queue.consume(found)
                return input.member(at: input.queue.position)?.offset ?? input.queue.position
            }
            let passed = input.queue.count - 9
            atLineStart = input.queue.bytes[passed - 1] == 0x0A
            input.queue.consume(passed)
        }
    }

    /// Index of the first `WARC/1.0` or the like at the start of a line or of a member.
    private func firstVersionLine(in bytes: UnsafeRawBufferPointer, from: Int, _ atLineStart: Bool) -> Int? {
        for index in from..<max(from, bytes.count - 9) where bytes[index] == 0x57 {
            let isStart = index == 0 ? atLineStart : bytes[index - 1] == 0x0A
            let rest = UnsafeRawBufferPointer(rebasing: bytes[index...])
            if isVersionLine(rest) && (isStart || startsMember(index)) { return index }
        }
        return nil
    }

    private func startsMember(_ index: Int) -> Bool {
        input.members.contains { $0.position == input.queue.position + index }
    }

    /// `WARC/`, digit, dot, one or two digits, line break.
    private func isVersionLine(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= 10, bytes.starts(with: "WARC/".utf8), bytes[6] == 0x2E else { return false }
        let digits = (0x30...0x39) as ClosedRange<UInt8>
        guard digits.contains(bytes[5]), digits.contains(bytes[7]) else { return false }
        let next = digits.contains(bytes[8]) ? bytes[9] : bytes[8]
        return next == 0x0D || next == 0x0A
    }

    /// Goes through the file's bytes to the next member or frame whose first bytes are a version line.
    func scanMembers(from start: Int) throws(ArchiveError) -> Int? {
        try input.restart(at: start)
        while try input.window.ensure(4) {
            guard let found = nextMagic() else {
                input.window.consume(input.window.count - 3)
                continue
            }
            input.window.consume(found)
            try input.window.ensure(Self.probeBytes)
            if decodesToRecord() {
                let place = input.window.offset
                try input.restart(at: place)
                return place
            }
            input.window.consume(1)
        }
        return nil
    }

    /// Enough of a member to see the line it begins with.
    private static var probeBytes: Int { 16 << 10 }

    private func nextMagic() -> Int? {
        let bytes = input.window.bytes
        let isGzip = input.format == .gzip
        for index in 0..<bytes.count - 3 {
            if isGzip {
                // The three upper flag bits are reserved and zero (RFC 1952, section 2.3.1.2).
                let fits = bytes[index] == 0x1F && bytes[index + 1] == 0x8B && bytes[index + 2] == 8
                if fits && bytes[index + 3] & 0xE0 == 0 { return index }
            } else if bytes[index] == 0x28 {
                let word = DecodedInput.word(UnsafeRawBufferPointer(rebasing: bytes[index...]))
                if word == ZstdStream.frameMagic { return index }
            }
        }
        return nil
    }

    /// Decodes a few bytes of the candidate at the window's head, and leaves the window as it is.
    private func decodesToRecord() -> Bool {
        let codec: (any StreamCodec)? = input.format == .gzip ? InflateStream(.gzip) : input.zstd
        guard let codec else { return false }
        defer { codec.reset() }
        var source = UnsafeRawBufferPointer(rebasing: input.window.bytes.prefix(Self.probeBytes))
        return withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { room in
            var made = 0
            while made < 10 {
                let step = codec.step(from: source, into: UnsafeMutableRawBufferPointer(rebasing: room[made...]))
                made += step.made
                source = UnsafeRawBufferPointer(rebasing: source[step.used...])
                guard case .more = step.state, step.used + step.made > 0 else { break }
            }
            return isVersionLine(UnsafeRawBufferPointer(rebasing: room[..<made]))
        }
    }
}
