public import Canonical
internal import GRDB

extension Frontier {
    /// Every segment ever committed, in order of number. Start-up cuts the files of the open one to their lengths,
    /// finishes the renames of the one being sealed, and checks those published.
    public func segments() throws(FrontierError) -> [SegmentRecord] {
        try read("segments") { try SegmentRow.all($0) }
    }

    /// From here on the segment is whole: its files are to be renamed, then ``markPublished(_:)``.
    ///
    /// - Parameter digests: Of every file of the segment, by name.
    /// - Throws: ``FrontierError`` with code `contradiction` if it is not open, or a file has no digest.
    public func beginSealing(_ number: Int, digests: [String: Digest]) throws(FrontierError) {
        try write("segment \(number)") { db in
            try SegmentRow.move(number, from: .open, to: .sealing, db)
            for (name, digest) in digests { try SegmentRow.setDigest(digest, of: name, number, db) }
            let bare = "SELECT name FROM segment_file WHERE segment = ? AND digest IS NULL"
            if let name = try String.fetchOne(db, sql: bare, arguments: [number]) {
                throw FrontierError(.contradiction, subject: name, words: "no digest was given for it")
            }
        }
    }

    /// The segment's files have their final names, and the folders are synced.
    public func markPublished(_ number: Int) throws(FrontierError) {
        try write("segment \(number)") { db in try SegmentRow.move(number, from: .sealing, to: .published, db) }
    }
}
