extension WARCReader {
    /// Reads on from a place where a gzip member begins with a record, as ``boundary(in:after:)`` gives it.
    ///
    /// - Throws: ``ArchiveError`` if the file cannot be read there.
    public static func reading(_ path: String, options: Options, from offset: Int) throws(ArchiveError) -> WARCReader {
        var reader = try WARCReader(path: path, options: options)
        try reader.input.restart(at: offset)
        reader.isFirst = false
        return reader
    }

    /// A place behind `offset` where a gzip member begins that holds a record; nil for other formats, and if there is none.
    ///
    /// It is a guess until a reader has come to it from the front: what a record holds may be an archive itself.
    public static func boundary(in path: String, after offset: Int) throws(ArchiveError) -> Int? {
        let reader = try WARCReader(path: path)
        guard reader.input.format == .gzip else { return nil }
        return try reader.scanMembers(from: offset)
    }
}
