public import Canonical

/// What an audit of an output came to.
public struct AuditReport: Sendable {
    /// How far a proof reaches.
    public enum Verdict: Hashable, Sendable, CustomStringConvertible {
        /// Something is wrong; the faults say what.
        case wrong
        /// Everything in the folder fits everything else in it. Whoever made it could have made it so.
        case selfConsistent
        /// What the folder holds is in a log whose head was signed, and is known from outside the folder.
        case anchored(checkpoint: Int)
        /// The same, and so many witnesses have seen that the log only ever grew.
        case witnessed(Int, checkpoint: Int)
        /// The same, and a time-stamping authority has seen the head of the log at that time.
        case timeProven(since: Timestamp, witnesses: Int, checkpoint: Int)

        public var description: String {
            switch self {
            case .wrong: "wrong"
            case .selfConsistent: "self-consistent"
            case .anchored(let size): "anchored to checkpoint \(size)"
            case .timeProven(let since, let count, let size):
                "time-proven since \(since), anchored to checkpoint \(size)"
                    + (count > 0 ? ", witnessed (\(count))" : "")
            case .witnessed(let count, let size): "anchored to checkpoint \(size), witnessed (\(count))"
            }
        }
    }

    public var verdict: Verdict
    public var faults: [AuditFault]
    /// What was read: `evidence rows`, `documents`, `site files`, `files`, `bytes` …
    public var counts: [String: Int]
    /// What was not looked at, or cannot be, in words.
    public var notes: [String]

    public var json: JSONValue {
        .object([
            .init(
                "counts", .object(counts.sorted { $0.key < $1.key }.map { .init($0.key, .integer(Int64($0.value))) })),
            .init("event", .string("verdict")),
            .init("faults", .integer(Int64(faults.count))), .init("notes", .array(notes.map { .string($0) })),
            .init("verdict", .string(verdict.description)),
        ])
    }
}

extension AuditFault {
    public var json: JSONValue {
        .object([
            .init("event", .string("fault")), .init("file", .string(file)), .init("kind", .string(kind.rawValue)),
            .init("problem", .string(problem)),
        ])
    }
}
