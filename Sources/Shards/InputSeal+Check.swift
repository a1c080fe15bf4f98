internal import Provenance

extension InputSeal {
    /// Finds what no longer lies in an output as it was sealed.
    ///
    /// - Parameter output: the output folder.
    /// - Throws: ``ShardError`` naming the first file of a part that is missing or has changed.
    public func check(in output: String) throws(ShardError) {
        if let records { try SealedFile.check("\(output)/\(RecordAccount.path(number))", records) }
        for part in parts {
            for folder in PartFolder.allCases {
                guard let seal = part.seals[folder] else { continue }
                let path = output + "/" + part.name.path(in: folder)
                try SealedFile.check(path, seal)
                if folder == .sites { try Self.checkBlobs(of: path, in: output) }
            }
        }
    }

    /// Reads every blob that a part of site files names.
    private static func checkBlobs(of path: String, in output: String) throws(ShardError) {
        var files: [SiteFile] = []
        try SiteStore.read(path, blobs: output + "/sites/blobs", into: &files)
    }

    /// Rows of one folder over all parts.
    public func rows(in folder: PartFolder) -> Int { parts.reduce(0) { $0 + ($1.seals[folder]?.rows ?? 0) } }
}
