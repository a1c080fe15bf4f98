/// Reads a WARC file record by record: plain, gzip or zstd, found by magic bytes.
///
/// Every complete record before a damage is delivered, then one ``ArchiveError``; after it `next()` gives nil
/// until ``resync()`` has found a later record. Tolerated as other readers do: missing empty lines between
/// records, lines that end in LF alone, a file that is one gzip member with many records, records that
/// go over several members. Memory is bounded by the options, whatever the file says.
///
/// Source: ISO 28500:2017 (WARC 1.1), sections 4 to 6 and annex D; IIPC "Use of Zstandard in WARC files" 1.0;
/// both read 2026-11-23.
public struct WARCReader: ~Copyable {
    public struct Options: Hashable, Sendable {
        /// Largest content block kept in memory, bytes.
        ///
        /// Larger ones come as `.oversized`.
        public var maxBlockBytes = 64 << 20
        /// Largest record head, bytes.
        public var maxHeadBytes = 1 << 20

        public init(maxBlockBytes: Int = 64 << 20, maxHeadBytes: Int = 1 << 20) {
            self.maxBlockBytes = maxBlockBytes
            self.maxHeadBytes = maxHeadBytes
        }
    }

    let input: DecodedInput
    let options: Options
    /// What the last record's end showed; thrown by the next call.
    var pending: ArchiveError?
    var isStopped = false
    var isFirst = true
    /// File offset of the record or member last begun, and how many records began in that member.
    var lastOffset = -1
    var lastOrdinal = 0
    /// Decoded position of the record last begun.
    var lastPosition = -1
    var resyncsLeft = 1000
    /// A plain record that claims too much makes the reader go back; each time may cost the whole file.
    var rewindsLeft = 64
    /// Set when the record at `lastOffset` took more bytes than it had, so that later records lie inside what it took.
    var overran = false

    /// - Throws: ``ArchiveError``: `cannotRead`, or `unsupportedFormat` for lz4.
    public init(path: String, options: Options = Options()) throws(ArchiveError) {
        input = try DecodedInput(path: path)
        self.options = options
    }

    /// The next record; nil at the end of the file, and after an error that no `resync()` followed.
    public mutating func next() throws(ArchiveError) -> WARCRecord? {
        if isStopped { return nil }
        if let error = pending {
            pending = nil
            isStopped = true
            throw error
        }
        do {
            return try readRecord()
        } catch {
            isStopped = true
            throw error
        }
    }
}

extension WARCReader {
    private mutating func readRecord() throws(ArchiveError) -> WARCRecord? {
        guard try skipEmptyLines() else {
            guard isFirst else { return nil }
            throw ArchiveError(code: .notWARC, file: path, offset: 0, reason: "the file is empty: no WARC record in it")
        }
        let place = beginRecord()
        let head: (version: String, fields: HeaderFields)
        let length: Int
        do {
            head = try readHead(at: place.offset)
            length = try contentLength(head.fields, at: place.offset)
        } catch {
            throw compressionDamage() ?? error
        }
        isFirst = false
        let body = takeBlock(length, at: place.offset)
        var completeness = body.completeness
        let memberEnd = settle(&completeness)
        return WARCRecord(
            kind: head.fields.withFirst("WARC-Type") { WARCRecordKind($0) } ?? .unknown, version: head.version,
            headers: head.fields, block: body.block, declaredLength: length, completeness: completeness,
            offset: place.offset, length: place.ordinal == 0 ? memberEnd.map { $0 - place.offset } : nil,
            ordinal: place.ordinal)
    }

    var path: String { input.window.path }

    /// Passes over line breaks; false if nothing else follows.
    private func skipEmptyLines() throws(ArchiveError) -> Bool {
        while try input.ensure(1) {
            let bytes = input.queue.bytes
            let blank = bytes.prefix { $0 == 0x0D || $0 == 0x0A }.count
            let all = bytes.count
            input.queue.consume(blank)
            if blank < all { return true }
        }
        return false
    }

    private mutating func beginRecord() -> (offset: Int, ordinal: Int) {
        let position = input.queue.position
        let offset = input.member(at: position)?.offset ?? position
        lastOrdinal = offset == lastOffset ? lastOrdinal + 1 : 0
        lastOffset = offset
        lastPosition = position
        overran = false
        return (offset, lastOrdinal)
    }

    private func fail(_ code: ArchiveError.Code, at offset: Int, _ reason: String) -> ArchiveError {
        ArchiveError(code: code, file: path, offset: offset, reason: reason)
    }

    private func readHead(at offset: Int) throws(ArchiveError) -> (version: String, fields: HeaderFields) {
        guard try input.ensure(9), input.queue.bytes.starts(with: "WARC/".utf8) else { throw notARecord(at: offset) }
        var looked = 0
        while true {
            let bytes = input.queue.bytes
            if let end = HeadParser.end(of: bytes, from: looked), end <= options.maxHeadBytes {
                let head = UnsafeRawBufferPointer(rebasing: bytes[..<end])
                let version = String(decoding: head[HeadParser.firstLine(head)], as: UTF8.self)
                let fields = HeadParser.fields(head)
                input.queue.consume(end)
                return (version, fields)
            }
            guard bytes.count <= options.maxHeadBytes else {
                throw fail(.badHeader, at: offset, "a record head of more than \(options.maxHeadBytes) bytes")
            }
            looked = max(0, bytes.count - 2)
            guard try input.pull() else {
                throw fail(.truncated, at: offset, "the file ends inside the head of a record")
            }
        }
    }

    private func notARecord(at offset: Int) -> ArchiveError {
        let bytes = input.queue.bytes
        let start = String(decoding: bytes.prefix(16).map { $0 < 0x20 || $0 > 0x7E ? 0x2E : $0 }, as: UTF8.self)
        guard isFirst else {
            return fail(.badHeader, at: offset, "no WARC version line where a record should begin, but `\(start)`")
        }
        if bytes.starts(with: "filedesc:".utf8) {
            let advice = "an ARC file, which is not read: convert it with `warcio recompress` or `arc2warc` first"
            return fail(.unsupportedFormat, at: offset, advice)
        }
        return fail(.notWARC, at: offset, "not a WARC file: it begins with `\(start)`, not with `WARC/`")
    }

    /// What is no record may come of a member or frame that is cut or damaged and decodes to anything at all: then that
    /// is what is told. Looks on to the member's end, within bounds; what it decodes stays for `resync()`.
    private func compressionDamage() -> ArchiveError? {
        if let failure = input.failure { return failure }
        let most = input.queue.count + 4 << 20
        do {
            while input.inMember, input.queue.count < most {
                guard try input.pull() else { return nil }
            }
            return nil
        } catch {
            return error
        }
    }

    private func contentLength(_ fields: HeaderFields, at offset: Int) throws(ArchiveError) -> Int {
        guard let value = fields.first("Content-Length") else {
            throw fail(.badHeader, at: offset, "a record without Content-Length")
        }
        let isNumber = !value.isEmpty && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, let length = Int(value), length <= 1 << 50 else {
            throw fail(.badHeader, at: offset, "a record whose Content-Length is `\(value.prefix(40))`")
        }
        return length
    }
}
