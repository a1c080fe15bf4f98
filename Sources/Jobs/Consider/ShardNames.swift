internal import Canonical
internal import Shards

/// The names that a part of a data set goes by, for objections to it (`docs/formats/objection.md`, "Parts of data sets").
enum ShardNames {
    /// Of an archive or list that is read: its file name and the digest of its bytes.
    static func input(_ name: String, _ digest: Digest) -> [String] { [name, digest.description] }

    /// Of what a run wrote: the run as a whole, and a part of it.
    static func output(_ run: Digest, _ part: PartName) -> [String] { [run.hex, "\(run.hex)/\(part)"] }
}
