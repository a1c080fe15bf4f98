/// Bytes of a file from which no record could be read.
public struct DamagedRange: Hashable, Sendable {
    /// Where the damaged record, member or frame begins.
    public let start: Int
    /// Where the next record that could be read begins, or its member or frame.
    public let end: Int
}

extension WARCReader {
    /// After an error: finds the next place where a record begins, so that what follows a damage is not lost.
    ///
    /// Looks for a version line in what can still be decoded, else for a gzip member or zstd frame that decodes to one.
    /// A record found inside the damaged one (an archive within an archive) cannot be told from a later one.
    ///
    /// - Returns: What was passed over; nil if nothing readable follows, or if there was no error.
    /// - Throws: ``ArchiveError`` `cannotRead` if the file cannot be read again, as a pipe cannot.
    public mutating func resync() throws(ArchiveError) -> DamagedRange? {
        guard isStopped else { return nil }
        let start = input.failure?.offset ?? max(lastOffset, 0)
        guard let end = try findRecord(from: start) else { return nil }
        isStopped = false
        pending = nil
        isFirst = false
        lastOffset = -1
        return DamagedRange(start: start, end: end)
    }

    private mutating func findRecord(from start: Int) throws(ArchiveError) -> Int? {
        if input.format == .plain && overran { try input.restart(at: start) }
        let canDecode = input.failure == nil && !(overran && input.queue.count == 0)
        if canDecode, let place = scanDecoded() { return place }
        if input.format == .plain { return nil }
        let damaged = input.failure?.offset ?? start
        return try scanMembers(from: damaged + 1)
    }

    /// Goes forward in the decoded bytes to the next version line; nil if decoding ends first.
    private func scanDecoded() -> Int? {
        var atLineStart = beginsMember()
        if !atLineStart || isVersionLine(input.queue.bytes) {
            // Where the reader stands is what failed, unless a new member begins here with a good record.
            if !(atLineStart && overran) { passByte(&atLineStart) }
        }
        while true {
            do {
                guard try input.ensure(10) else { return nil }
            } catch {
                return nil
            }
            let found = firstVersionLine(in: input.queue.bytes, atLineStart || beginsMember())
            if let found {
                input.queue.consume(found)
                return input.member(at: input.queue.position)?.offset ?? input.queue.position
            }
            let passed = input.queue.count - 9
            atLineStart = input.queue.bytes[passed - 1] == 0x0A
            input.queue.consume(passed)
        }
    }

    private func passByte(_ atLineStart: inout Bool) {
        guard let byte = input.queue.bytes.first else { return }
        atLineStart = byte == 0x0A
        input.queue.consume(1)
    }

    private func beginsMember() -> Bool { input.members.last?.position == input.queue.position }

    /// Index of the first `WARC/1.0` or the like at the start of a line, with one digit more than can be missed.
    private func firstVersionLine(in bytes: UnsafeRawBufferPointer, _ atLineStart: Bool) -> Int? {
        var isStart = atLineStart
        for index in 0..<max(0, bytes.count - 9) {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[index...])
            if bytes[index] == 0x57 && (isStart || startsMember(index)) && isVersionLine(rest) { return index }
            isStart = bytes[index] == 0x0A
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
    private func scanMembers(from start: Int) throws(ArchiveError) -> Int? {
        try input.restart(at: start)
        while try input.window.ensure(4) {
            guard let found = nextMagic() else {
                input.window.consume(input.window.count - 3)
                continue
            }
            input.window.consume(found)
            let candidate = input.window.offset
            if decodesToRecord() {
                try input.restart(at: candidate)
                return candidate
            }
            try input.restart(at: candidate + 1)
        }
        return nil
    }

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

    private func decodesToRecord() -> Bool {
        do {
            return try input.ensure(10) && isVersionLine(input.queue.bytes)
        } catch {
            // Not a member after all; the search goes on behind it.
            return false
        }
    }
}
