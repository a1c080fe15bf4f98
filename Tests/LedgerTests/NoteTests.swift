import Canonical
import Ledger
import Testing

@Suite("Signed notes and checkpoints: C2SP signed-note, tlog-checkpoint, tlog-cosignature")
struct NoteTests {
    private static let text =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    private static let line =
        "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"

    private func peter() throws -> SigningKey {
        try SigningKey(text: "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")
    }

    @Test("the example of Go's sumdb/note is signed and read byte for byte")
    func example() throws {
        var note = SignedNote(text: Self.text)
        try note.sign(with: peter())
        #expect(String(decoding: note.bytes, as: UTF8.self) == Self.text + "\n" + Self.line)
        let read = try SignedNote(bytes: note.bytes)
        #expect(read == note)
        #expect(try read.isSigned(by: peter().verifying))
        #expect(try !read.isSigned(by: SigningKey(newNamed: "PeterNeumann").verifying))
        try note.sign(with: peter())
        #expect(note.signatures.count == 1)
    }

    @Test("a changed text, or a changed signature, is told from one that is missing")
    func changed() throws {
        let key = try peter().verifying
        let whole = Array((Self.text + "\n" + Self.line).utf8)
        var text = whole
        text[3] ^= 1
        let note = try SignedNote(bytes: text)
        #expect { try note.isSigned(by: key) } throws: { ($0 as? LedgerError)?.code == .badSignature }
    }

    @Test(
        "what is no note is refused",
        arguments: [
            "", "\n", "text\n", "text\n\n", "text\n\n\u{2014} a b\n", "text\n\n- PeterNeumann x08go/ZJkuBS\n",
            "te\u{1}xt\n\n\u{2014} a AAAAAAAA\n", "text\n\n\u{2014} a AAAAAAAA", "text\n\u{2014} a AAAAAAAA\n",
        ])
    func refused(_ text: String) {
        #expect { try SignedNote(bytes: Array(text.utf8)) } throws: { ($0 as? LedgerError)?.code == .badNote }
    }

    @Test("a checkpoint says origin, size and root; log and witness sign it each in its way")
    func checkpoint() throws {
        let log = try SigningKey(newNamed: "log.example")
        let witness = try SigningKey(newNamed: "witness.example", kind: .cosignature)
        let time = Timestamp(rfc3339: "2026-11-29T12:00:00Z")!
        var checkpoint = Checkpoint(origin: "log.example", size: 7, root: Digest(of: "root"))
        try checkpoint.sign(with: log)
        try checkpoint.cosign(with: witness, at: time)
        let read = try Checkpoint(bytes: checkpoint.bytes)
        #expect(read == checkpoint)
        #expect((read.origin, read.size, read.root) == ("log.example", 7, Digest(of: "root")))
        #expect(try read.note.isSigned(by: log.verifying))
        #expect(try read.cosigned(by: witness.verifying) == time)
        #expect(try read.cosigned(by: log.verifying) == nil)
        #expect(throws: LedgerError.self) { try checkpoint.sign(with: witness) }
        #expect(throws: LedgerError.self) { try checkpoint.cosign(with: log, at: time) }
        for place in read.bytes.indices {
            var bytes = read.bytes
            bytes[place] ^= 1
            #expect(!holds(bytes, log.verifying, witness.verifying), "byte \(place) was changed unseen")
        }
    }

    private func holds(_ bytes: [UInt8], _ log: VerifyingKey, _ witness: VerifyingKey) -> Bool {
        do {
            let checkpoint = try Checkpoint(bytes: bytes)
            return try checkpoint.note.isSigned(by: log) && checkpoint.cosigned(by: witness) != nil
        } catch {
            return false
        }
    }

    @Test(
        "what is no checkpoint is refused",
        arguments: ["a\n", "a\n1\n", "a\n01\nAA==\n", "a\n-1\nAA==\n", "a\n1\nAA==\n", "a\nx\nAA==\n"])
    func refusedCheckpoint(_ text: String) throws {
        var note = SignedNote(text: text)
        try note.sign(with: peter())
        #expect { try Checkpoint(bytes: note.bytes) } throws: { ($0 as? LedgerError)?.code == .badNote }
    }
}
