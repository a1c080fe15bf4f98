internal import Canonical
public import Provenance

#if canImport(Glibc)
    internal import Glibc
#endif

/// A site store that grows over runs: each run appends parts, and none is ever rewritten.
///
/// The open part is committed as it grows: its frame is ended and synced, and only then its length is written down in
/// `state/survey.json`. What lies behind a committed length is cut off by the next run, which gives the rest its name.
public final class SiteLog {
    private let output: String
    private let level: Int
    private var number = 0
    private var file: OpenFile?
    private var compressor: FrameBuffer?
    private var written: Set<[UInt8]> = []
    private var hasPending = false
    private var markPath: String { output + "/state/survey.json" }

    /// Opens the store and finishes what an earlier run left.
    ///
    /// - Throws: ``ShardError`` if the open part is shorter than what was committed of it.
    public init(output: String, level: Int) throws(ShardError) {
        self.output = output
        self.level = level
        for folder in ["sites/blobs", "state"] { try OutputFile.makeFolder(output + "/" + folder) }
        try recover()
        number = try nextNumber()
    }

    /// Appends a site file's row, and keeps its bytes.
    public func append(_ site: SiteFile) throws(ShardError) {
        let line = SiteRow(site).line
        guard written.insert(line).inserted else { return }
        try SiteStoreWriter.keep(site, in: output + "/sites/blobs")
        try open()
        try compressor?.append(line)
        hasPending = true
    }

    /// Makes all that was appended durable.
    public func commit() throws(ShardError) {
        guard hasPending, let file, let compressor else { return }
        file.pending += try compressor.endFrame()
        let length = try file.flush()
        let mark = JSONValue.object([.init("length", .integer(length)), .init("part", .integer(Int64(number)))])
        try OutputFile.replace(markPath, with: mark.canonicalBytes + [0x0A])
        hasPending = false
    }

    /// Commits, and gives the part its name.
    public func seal() throws(ShardError) {
        try commit()
        guard let name = file?.name else { return }
        (file, compressor) = (nil, nil)
        try publish(name)
    }

    private func open() throws(ShardError) {
        guard file == nil else { return }
        let name = PartName(number: number, roll: 0).path(in: .sites)
        file = try OpenFile(output: output, name: name, length: 0)
        compressor = try FrameBuffer(level: level, path: name)
    }

    private func recover() throws(ShardError) {
        guard OutputFile.exists(markPath) else { return }
        let value: JSONValue
        do { value = try JSONReader.read(try OutputFile.read(markPath)) } catch {
            throw ShardError(path: markPath, problem: "\(error)")
        }
        guard let length = value["length"]?.integer, let part = value["part"]?.integer else {
            throw ShardError(path: markPath, problem: "length and part are due")
        }
        let name = PartName(number: Int(part), roll: 0).path(in: .sites)
        if OutputFile.exists(output + "/" + name + ".open") {
            _ = try OpenFile(output: output, name: name, length: length)
        }
        try publish(name)
    }

    private func publish(_ name: String) throws(ShardError) {
        try SegmentFiles.publish([name], output: output)
        try SiteParts.note(output + "/sites")
        guard unlink(markPath) == 0 else {
            throw ShardError(path: markPath, problem: "cannot be removed: \(OutputFile.reason)")
        }
        try OutputFile.syncFolder(output + "/state")
    }

    private func nextNumber() throws(ShardError) -> Int {
        let parts = try SiteParts.names(output + "/sites").filter { $0.hasPrefix("part-") }
        return (parts.compactMap { Int($0.dropFirst(5).prefix(6)) }.max() ?? -1) + 1
    }
}
