public import Canonical

/// The head of a log: how many entries it has and the root over them, signed.
///
/// The note's text is the log's origin, the size, and the root in base64, a line each. Source: C2SP tlog-checkpoint
/// v1.0.0, date read 2026-11-29. Lines behind the third, which the format allows, are kept and not read.
public struct Checkpoint: Hashable, Sendable {
    public let origin: String
    public let size: Int
    public let root: Digest
    public private(set) var note: SignedNote

    /// The head of a log, not signed yet.
    public init(origin: String, size: Int, root: Digest) {
        self.origin = origin
        self.size = size
        self.root = root
        note = SignedNote(text: "\(origin)\n\(size)\n\(Base64.encode(root.bytes))\n")
    }

    /// Reads a checkpoint as it lies in a file; its signatures are not looked at.
    ///
    /// - Throws: ``LedgerError`` `badNote`.
    public init(bytes: [UInt8], subject: String = "") throws(LedgerError) {
        note = try SignedNote(bytes: bytes, subject: subject)
        let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, !lines[0].isEmpty, let size = Int(lines[1]), size >= 0, String(size) == lines[1],
            let root = Base64.decode(String(lines[2])).flatMap({ Digest(bytes: $0) })
        else {
            throw LedgerError(.badNote, subject, "is no checkpoint: origin, size and root are due, a line each")
        }
        origin = String(lines[0])
        self.size = size
        self.root = root
    }

    public var bytes: [UInt8] { note.bytes }

    /// Signs as the log.
    public mutating func sign(with key: SigningKey) throws(LedgerError) { try note.sign(with: key) }

    /// Signs as a witness, who has seen at `at` that this head continues every one it saw before.
    ///
    /// The bytes signed are `cosignature/v1`, `time <seconds since 1970>`, and the note's text. Source: C2SP
    /// tlog-cosignature v1.0.0, section "Format", date read 2026-11-29.
    public mutating func cosign(with key: SigningKey, at: Timestamp) throws(LedgerError) {
        guard key.kind == .cosignature else {
            throw LedgerError(.badKey, key.name, "this key signs as a log; a witness has a key of its own kind")
        }
        guard at.seconds > 0 else { throw LedgerError(.badNote, key.name, "the time \(at) is none to cosign at") }
        note.put(key.verifying, Self.eight(at.seconds), try key.sign(cosigned(at.seconds)))
    }

    /// When a witness cosigned; nil if it did not.
    ///
    /// - Throws: ``LedgerError`` `badSignature` for a line that names the witness and does not hold.
    public func cosigned(by key: VerifyingKey) throws(LedgerError) -> Timestamp? {
        guard key.kind == .cosignature, let body = note.body(of: key) else { return nil }
        let seconds = body.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        guard body.count == 72, let time = Int64(exactly: seconds), time > 0,
            key.isValid(Array(body.dropFirst(8)), over: cosigned(time))
        else { throw LedgerError(.badSignature, key.name, "its cosignature is not over this checkpoint") }
        return Timestamp(seconds: time)
    }

    private func cosigned(_ seconds: Int64) -> [UInt8] { Array("cosignature/v1\ntime \(seconds)\n\(note.text)".utf8) }

    private static func eight(_ number: Int64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> Int64(56 - 8 * $0)) }
    }
}
