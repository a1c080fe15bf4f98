extension WARCReader {
    /// Takes the block's bytes.
    ///
    /// What went wrong meanwhile is kept for the next call of `next()`.
    mutating func takeBlock(_ length: Int, at offset: Int) -> (block: [UInt8], completeness: WARCRecord.Completeness) {
        let keeps = length <= options.maxBlockBytes
        var block: [UInt8] = []
        // A false Content-Length must not cost memory: room is made for what is already there, then by doubling.
        if keeps { block.reserveCapacity(min(length, max(input.queue.count, 1 << 20))) }
        var left = length
        while left > 0 {
            let piece = min(left, input.queue.count)
            if keeps { block.append(contentsOf: input.queue.bytes.prefix(piece)) }
            input.queue.consume(piece)
            left -= piece
            guard left > 0 else { break }
            if let error = pullInsideBlock(offset: offset, declared: length, missing: left) {
                pending = error
                overran = true
                return (block, keeps ? .truncated : .oversized)
            }
        }
        return (block, keeps ? .complete : .oversized)
    }

    /// Decodes more for a block that needs it; the reason if there is no more that can belong to it.
    private func pullInsideBlock(offset: Int, declared: Int, missing: Int) -> ArchiveError? {
        let claim = "the record's Content-Length is \(declared), but \(missing) of these bytes are not there"
        do {
            guard try input.pull() else {
                return ArchiveError(code: .lengthBeyondEnd, file: path, offset: offset, reason: claim)
            }
            guard beginsRecordInNewMember() else { return nil }
            let reason = claim + ": another record begins first"
            return ArchiveError(code: .lengthBeyondEnd, file: path, offset: offset, reason: reason)
        } catch {
            return error
        }
    }

    /// True if the queue's head is the head of a member and of a record: a block does not go on there.
    private func beginsRecordInNewMember() -> Bool {
        guard let member = input.members.last, member.position == input.queue.position else { return false }
        return input.queue.bytes.starts(with: "WARC/1.".utf8) && HeadParser.end(of: input.queue.bytes) != nil
    }

    /// Takes the line breaks behind a block and waits for the member's end if nothing but it can follow, so that
    /// no record counts as complete whose checksum is wrong.
    ///
    /// Gives the file offset of the record's end, if known.
    mutating func settle(_ completeness: inout WARCRecord.Completeness) -> Int? {
        guard pending == nil else { return nil }
        do {
            try skipLineBreaks()
        } catch {
            pending = error
            if completeness == .complete { completeness = .unverified }
            return nil
        }
        let position = input.queue.position
        if input.format == .plain { return position }
        // The member that holds the record's last byte ends exactly here, or the record has no length of its own.
        guard let member = input.members.last(where: { $0.position < position }) else { return nil }
        let next = input.members.first { $0.position > member.position }
        let endsHere = next.map { $0.position == position } ?? (input.queue.count == 0)
        return endsHere ? member.end : nil
    }

    /// At most the four bytes of CRLF CRLF, and never into a further member.
    private func skipLineBreaks() throws(ArchiveError) {
        for _ in 0..<4 {
            while input.queue.count == 0 {
                guard input.format == .plain || input.inMember else { return }
                guard try input.pull() else { return }
            }
            guard let byte = input.queue.bytes.first, byte == 0x0D || byte == 0x0A else { return }
            if input.format != .plain, let last = input.members.last, last.position == input.queue.position { return }
            input.queue.consume(1)
        }
        // An empty queue in an open member: its end, with the checksum, is still to come.
        while input.queue.count == 0 && input.inMember {
            guard try input.pull() else { return }
        }
    }
}
