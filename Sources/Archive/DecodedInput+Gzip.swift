extension DecodedInput {
    /// Members are first tried with this much in the window; larger ones cost a second try.
    private static var usualMember: Int { 256 << 10 }
    /// Members larger than this are streamed, so that memory stays bounded.
    private static var largestWhole: Int { 16 << 20 }
    private static var largestDecoded: Int { 32 << 20 }
    private static var piece: Int { 256 << 10 }

    func pullGzip() throws(ArchiveError) -> Bool {
        while true {
            if inMember {
                if try streamMember() > 0 { return true }
                continue
            }
            guard try window.ensure(1) else { return false }
            try window.ensure(Self.usualMember)
            guard startsMember(window.bytes) else {
                throw fail(.badCompression, "\(window.count) or more bytes that are no gzip member")
            }
            openMember()
            switch try decodeWhole() {
            case nil: try startStream()
            case 0: continue
            default: return true
            }
        }
    }

    private func startsMember(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count < 3 ? bytes[0] == 0x1F : bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
    }

    /// The whole member at once: bytes made, or nil if it must be streamed.
    private func decodeWhole() throws(ArchiveError) -> Int? {
        guard let fast else { return nil }
        var wanted = 1 << 20
        while true {
            let room = queue.room(wanted)
            switch fast.decode(window.bytes, into: room) {
            case .decoded(let used, let made):
                queue.commit(made)
                window.consume(used)
                closeMember()
                return made
            case .needsRoom:
                guard room.count < Self.largestDecoded else { return nil }
                wanted = min(room.count * 4, Self.largestDecoded)
            case .unreadable:
                let held = window.count
                guard !window.atEnd, held < Self.largestWhole else { return nil }
                try window.ensure(min(held * 4, Self.largestWhole))
                if window.count == held { return nil }
            }
        }
    }

    private func startStream() throws(ArchiveError) {
        if let inflater {
            inflater.reset()
        } else {
            inflater = InflateStream(.gzip)
            guard inflater != nil else { throw Self.noMemory(window.path, window.offset) }
        }
    }

    /// The next piece of the open member: bytes made, which may be none.
    private func streamMember() throws(ArchiveError) -> Int {
        guard let inflater else { throw Self.noMemory(window.path, window.offset) }
        guard try window.ensure(1) else {
            throw fail(.truncated, "the gzip member that begins here is cut off at the end of the file")
        }
        let step = inflater.step(from: window.bytes, into: queue.room(Self.piece))
        queue.commit(step.made)
        window.consume(step.used)
        switch step.state {
        case .more where step.used == 0 && step.made == 0:
            throw fail(.badCompression, "gzip member makes no progress near byte \(window.offset)")
        case .more: break
        case .end: closeMember()
        case .failed(let words):
            let damage = fail(.badCompression, "gzip member damaged near byte \(window.offset): \(words)")
            guard step.made > 0 else { throw damage }
            failure = damage
        }
        return step.made
    }
}
