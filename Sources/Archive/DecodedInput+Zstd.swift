extension DecodedInput {
    /// The magic of the skippable frame that carries a dictionary for all frames of the file.
    ///
    /// Source: IIPC, "Use of Zstandard in WARC files" 1.0, section "Dictionary frame", read 2026-11-23.
    private static var dictionaryMagic: UInt32 { 0x184D_2A5D }
    /// Larger dictionaries are refused; those in use are well under 1 MiB.
    private static var largestDictionary: Int { 16 << 20 }
    private static var piece: Int { 256 << 10 }

    func pullZstd() throws(ArchiveError) -> Bool {
        while true {
            if !inMember {
                guard try window.ensure(1) else { return false }
                guard try openFrame() else { continue }
            }
            if try streamFrame() > 0 { return true }
        }
    }

    /// Begins a frame; false if it was a skippable one, now behind.
    private func openFrame() throws(ArchiveError) -> Bool {
        guard try window.ensure(4) else { throw fail(.truncated, "\(window.count) bytes are left: no zstd frame") }
        let magic = Self.word(window.bytes)
        if ZstdStream.isSkippable(magic) {
            try passSkippable(magic)
            return false
        }
        guard magic == ZstdStream.frameMagic else {
            throw fail(.badCompression, "bytes that are no zstd frame")
        }
        openMember()
        return true
    }

    private func passSkippable(_ magic: UInt32) throws(ArchiveError) {
        let cut = "a skippable zstd frame is cut off at the end of the file"
        guard try window.ensure(8) else { throw fail(.truncated, cut) }
        var left = Int(Self.word(UnsafeRawBufferPointer(rebasing: window.bytes[4..<8])))
        let start = window.offset
        if magic == Self.dictionaryMagic && start == 0 {
            guard left <= Self.largestDictionary else { throw fail(.tooLong, "zstd dictionary of \(left) bytes") }
            guard try window.ensure(8 + left) else { throw fail(.truncated, cut) }
            try load(dictionary: Array(window.bytes[8..<8 + left]))
        }
        window.consume(8)
        while left > 0 {
            guard try window.ensure(1) else { throw fail(.truncated, cut) }
            let passed = min(left, window.count)
            window.consume(passed)
            left -= passed
        }
    }

    /// The dictionary may itself be one zstd frame (the convention allows both).
    private func load(dictionary stored: [UInt8]) throws(ArchiveError) {
        guard let zstd else { throw Self.noMemory(window.path, 0) }
        var dictionary = stored
        if stored.withUnsafeBytes({ Self.word($0) }) == ZstdStream.frameMagic {
            dictionary = []
            let room = queue.room(Self.piece)
            var rest = 0
            while rest < stored.count {
                let step = stored.withUnsafeBytes {
                    zstd.step(from: UnsafeRawBufferPointer(rebasing: $0[rest...]), into: room)
                }
                dictionary.append(contentsOf: room[..<step.made])
                rest += step.used
                guard dictionary.count <= Self.largestDictionary else {
                    throw fail(.tooLong, "zstd dictionary too large")
                }
                if case .failed(let words) = step.state { throw fail(.badCompression, "zstd dictionary: \(words)") }
                if case .end = step.state { break }
                if step.used == 0 && step.made == 0 { throw fail(.truncated, "zstd dictionary is cut off") }
            }
            zstd.reset()
        }
        guard zstd.use(dictionary: dictionary) else {
            throw fail(.badCompression, "zstd refuses the file's dictionary")
        }
    }

    /// The next piece of the open frame: bytes made, which may be none.
    private func streamFrame() throws(ArchiveError) -> Int {
        guard let zstd else { throw Self.noMemory(window.path, window.offset) }
        // zstd may hold decoded bytes back when the room was full, so an empty window is no proof of a cut.
        try window.ensure(1)
        let step = zstd.step(from: window.bytes, into: queue.room(Self.piece))
        queue.commit(step.made)
        window.consume(step.used)
        switch step.state {
        case .end: closeMember()
        case .failed(let words):
            let damage = fail(.badCompression, "zstd frame damaged near byte \(window.offset): \(words)")
            guard step.made > 0 else { throw damage }
            failure = damage
        case .more where step.used == 0 && step.made == 0:
            throw fail(.truncated, "the zstd frame that begins here is cut off at the end of the file")
        case .more: break
        }
        return step.made
    }
}
