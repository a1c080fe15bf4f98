internal import Canonical
public import Provenance

/// Writes the site files of one part: a row each, the bytes once per digest in `sites/blobs/`.
public final class SiteStoreWriter {
    private let folder: String
    private let rows: RowFileWriter
    /// Of the lines: to look up a line itself is to hash it byte by byte.
    private var written: Set<Digest> = []

    /// - Parameters:
    ///   - output: the output folder.
    ///   - part: whose rows these are.
    public init(output: String, part: PartName, level: Int) throws(ShardError) {
        folder = output + "/sites/blobs"
        rows = try RowFileWriter(path: output + "/" + part.path(in: .sites), level: level)
    }

    /// Writes a site file unless this part has it already.
    public func add(_ file: SiteFile) throws(ShardError) {
        let line = SiteRow(file).line
        guard written.insert(Digest(of: line)).inserted else { return }
        try Self.keep(file, in: folder)
        try rows.append(line)
    }

    public func finish() throws(ShardError) -> FileSeal { try rows.finish() }

    /// Puts the bytes of a site file into the folder of blobs, if it has any and they are not there.
    public static func keep(_ file: SiteFile, in folder: String) throws(ShardError) {
        guard let digest = file.digest else { return }
        let path = folder + "/" + digest.hex
        // A blob that is there and is another was damaged since.
        if OutputFile.length(path) == file.body.count, try OutputFile.read(path) == file.body { return }
        try OutputFile.replace(path, with: file.body)
    }
}
