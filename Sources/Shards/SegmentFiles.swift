internal import Archive
public import Canonical
public import Provenance

#if canImport(Glibc)
    internal import Glibc
#endif

/// The open files of one segment of a crawl: WARC, sites, evidence and documents, appended together.
///
/// A flush ends a frame in each file and syncs them; only then may their lengths be committed. What lies behind a
/// committed length is cut off when the files are opened again.
public final class SegmentFiles {
    public let number: Int
    private let output: String
    private var rows: [PartFolder: OpenFile] = [:]
    private let warc: OpenFile
    private var compressors: [PartFolder: FrameBuffer] = [:]
    /// Of the lines of site files.
    private var writtenSites: Set<Digest> = []

    /// - Parameters:
    ///   - lengths: committed bytes by published name; empty for a new segment.
    /// - Throws: ``ShardError`` if a file is shorter than what was committed of it: the output is damaged.
    public init(output: String, number: Int, level: Int, lengths: [String: Int64]) throws(ShardError) {
        self.output = output
        self.number = number
        for folder in ["documents", "evidence", "sites/blobs", "warc"] {
            try OutputFile.makeFolder(output + "/" + folder)
        }
        let part = PartName(number: number, roll: 0)
        for folder in PartFolder.allCases {
            let name = part.path(in: folder)
            let file = try OpenFile(output: output, name: name, length: lengths[name] ?? 0)
            // So that a segment without a document still has a file of documents that others can open.
            if file.length == 0 { file.pending = FrameBuffer.empty }
            rows[folder] = file
            compressors[folder] = try FrameBuffer(level: level, path: name)
        }
        let name = Self.warcName(number)
        warc = try OpenFile(output: output, name: name, length: lengths[name] ?? 0)
    }

    /// `warc/segment-000007.warc.gz`.
    public static func warcName(_ number: Int) -> String {
        let digits = String(number)
        return "warc/segment-\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits).warc.gz"
    }

    /// Bytes of rows and records since the last flush.
    public private(set) var pendingBytes = 0
    /// Bytes of the archive, flushed or not.
    public var warcBytes: Int64 { warc.length + Int64(warc.pending.count) }

    public func append(_ line: [UInt8], to folder: PartFolder) throws(ShardError) {
        try compressors[folder]?.append(line)
        pendingBytes += line.count + 1
    }

    /// Writes a site file's row, and its bytes unless they are kept already.
    public func append(_ file: SiteFile) throws(ShardError) {
        let line = SiteRow(file).line
        guard writtenSites.insert(Digest(of: line)).inserted else { return }
        try SiteStoreWriter.keep(file, in: output + "/sites/blobs")
        try append(line, to: .sites)
    }

    /// Appends a whole gzip member.
    public func append(warc member: [UInt8]) {
        warc.pending += member
        pendingBytes += member.count
    }

    /// Writes and syncs all that is pending.
    ///
    /// - Returns: The length of every file, by its published name.
    public func flush() throws(ShardError) -> [String: Int64] {
        var lengths: [String: Int64] = [:]
        for folder in PartFolder.allCases {
            guard let file = rows[folder], let compressor = compressors[folder] else { continue }
            file.pending += try compressor.endFrame()
            lengths[file.name] = try file.flush()
        }
        lengths[warc.name] = try warc.flush()
        pendingBytes = 0
        return lengths
    }

    /// The digests of all files as they lie on disk, by published name. Call it after a flush.
    public func digests() throws(ShardError) -> [String: Digest] {
        var digests: [String: Digest] = [:]
        for file in Array(rows.values) + [warc] { digests[file.name] = try OutputFile.digest(file.path).digest }
        return digests
    }

    /// Gives files their published names and makes the names durable. Finishes a publication that a crash cut short.
    public static func publish(_ names: [String], output: String) throws(ShardError) {
        for name in names {
            let path = output + "/" + name
            if !OutputFile.exists(path + ".open"), OutputFile.exists(path) { continue }
            guard rename(path + ".open", path) == 0 else {
                throw ShardError(path: path, problem: "cannot be named: \(OutputFile.reason)")
            }
        }
        for folder in Set(names.map { PathText.folder(of: $0) }) {
            try OutputFile.syncFolder(output + "/" + folder)
        }
    }
}
