/// A file as the bytes it decompresses to, with the places in the file where its members or frames begin.
///
/// The format is found by magic bytes, never by name.
final class DecodedInput {
    enum Format { case plain, gzip, zstd }

    /// Where a gzip member or zstd frame lies.
    struct Member {
        /// Position of its first byte among the decoded bytes.
        var position: Int
        /// Byte offset in the file.
        var offset: Int
        /// Byte offset behind it, once its end was seen.
        var end: Int?
    }

    let window: FileWindow
    let format: Format
    let queue: ByteQueue
    /// Members from the one that holds the queue's head on; empty for plain files.
    var members: [Member] = []
    /// Set once decoding has failed; nothing follows until `restart`.
    var failure: ArchiveError?

    var fast: GzipMemberDecoder?
    var inflater: InflateStream?
    /// True while a member is being read piece by piece.
    var inMember = false
    var zstd: ZstdStream?

    init(path: String) throws(ArchiveError) {
        window = try FileWindow(path: path)
        queue = ByteQueue(capacity: 1 << 20)
        try window.ensure(4)
        format = try Self.format(of: window)
        if format == .gzip { fast = try GzipMemberDecoder(file: path) }
        if format == .zstd {
            zstd = ZstdStream()
            guard zstd != nil else { throw Self.noMemory(path, 0) }
        }
    }

    private static func format(of window: FileWindow) throws(ArchiveError) -> Format {
        let magic = word(window.bytes)
        if magic & 0xFFFF == 0x8B1F { return .gzip }
        if magic == ZstdStream.frameMagic || ZstdStream.isSkippable(magic) { return .zstd }
        if let advice = otherFormat(magic, window.path) {
            throw ArchiveError(code: .unsupportedFormat, file: window.path, offset: 0, reason: advice)
        }
        return .plain
    }

    /// What to do with a file whose first four bytes are those of a packed format that is not read.
    private static func otherFormat(_ magic: UInt32, _ path: String) -> String? {
        switch magic {
        case 0x184D_2204: "an lz4 file, which is not read: `lz4 -d \(path)` first"
        case _ where magic & 0xFF_FFFF == 0x68_5A42: "a bzip2 file, which is not read: `bunzip2 \(path)` first"
        case 0x587A_37FD: "an xz file, which is not read: `unxz \(path)` first"
        case 0x0403_4B50: "a zip file, which is not read: `unzip \(path)` first, and name the folder"
        default: nil
        }
    }

    /// The first four bytes, little-endian; 0 if there are fewer.
    static func word(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        bytes.count < 4 ? 0 : UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))
    }

    static func noMemory(_ path: String, _ offset: Int) -> ArchiveError {
        ArchiveError(code: .codecFailed, file: path, offset: offset, reason: "no memory for a decompressor")
    }

    /// Decodes until the queue holds `wanted` bytes or the file ends; says whether it holds them.
    func ensure(_ wanted: Int) throws(ArchiveError) -> Bool {
        while queue.count < wanted {
            guard try pull() else { return false }
        }
        return true
    }

    /// Decodes some more; false at the end of the file.
    func pull() throws(ArchiveError) -> Bool {
        if let failure { throw failure }
        do {
            switch format {
            case .plain: return try window.move(to: queue)
            case .gzip: return try pullGzip()
            case .zstd: return try pullZstd()
            }
        } catch {
            failure = error
            throw error
        }
    }

    func openMember() {
        dropPassedMembers()
        members.append(Member(position: queue.position + queue.count, offset: window.offset))
        inMember = true
    }

    func closeMember() {
        members[members.count - 1].end = window.offset
        inMember = false
    }

    private func dropPassedMembers() {
        guard members.count > 1 else { return }
        let current = members.lastIndex { $0.position <= queue.position } ?? 0
        if current > 0 { members.removeFirst(current) }
    }

    /// The member that holds decoded byte `position`; nil for plain files.
    func member(at position: Int) -> Member? {
        members.last { $0.position <= position }
    }

    /// File offset of what a failure now would be about.
    var currentOffset: Int { inMember ? members[members.count - 1].offset : window.offset }

    func fail(_ code: ArchiveError.Code, _ reason: String) -> ArchiveError {
        ArchiveError(code: code, file: window.path, offset: currentOffset, reason: reason)
    }

    /// Forgets all state and decodes from file offset `offset`, which must begin a member, a frame or a record.
    func restart(at offset: Int) throws(ArchiveError) {
        try window.seek(to: offset)
        queue.clear(position: format == .plain ? offset : queue.position + queue.count)
        members.removeAll()
        failure = nil
        inMember = false
        inflater?.reset()
        zstd?.reset()
    }
}
