internal import Archive

/// Goes through an archive to its end, past damage.
enum ArchiveWalk {
    enum Item: Sendable {
        case record(WARCRecord)
        case damage(ArchiveError)
    }

    /// Gives every record and every damage in the order of the file.
    static func each<Failure: Error>(
        _ path: String, limits: LimitSettings, _ body: (Item) throws(Failure) -> Void
    ) throws(Failure) {
        try each(path, recordBytes: limits.recordBytes, body)
    }

    /// - Parameter recordBytes: the longest block that is taken into memory.
    static func each<Failure: Error>(
        _ path: String, recordBytes: Int, _ body: (Item) throws(Failure) -> Void
    ) throws(Failure) {
        var options = WARCReader.Options()
        options.maxBlockBytes = recordBytes
        var reader: WARCReader
        do { reader = try WARCReader(path: path, options: options) } catch {
            return try body(.damage(error))
        }
        while true {
            let record: WARCRecord?
            do { record = try reader.next() } catch {
                try body(.damage(error))
                do {
                    guard try reader.resync() != nil else { return }
                } catch {
                    return try body(.damage(error))
                }
                continue
            }
            guard let record else { return }
            try body(.record(record))
        }
    }
}
