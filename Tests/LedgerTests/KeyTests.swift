import Canonical
import Ledger
import Testing

@Suite("Keys, C2SP signed-note and RFC 8032")
struct KeyTests {
    /// The example of golang.org/x/mod/sumdb/note, section "Verifying Notes" and "Signing Notes".
    static let published = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"

    @Test("The published pair is read, fits together and is written again as it stands")
    func published() throws {
        let key = try SigningKey(text: Self.secret + "\n")
        #expect(key.verifying.description == Self.published)
        #expect(key.text == Self.secret)
        #expect(try VerifyingKey(text: Self.published) == key.verifying)
    }

    @Test("A signature holds for its octets, its context and its key, and for no other")
    func bound() throws {
        let key = try SigningKey(newNamed: "example.org/registry")
        let signature = try key.sign([1, 2, 3], for: SignatureContext("receipt"))
        #expect(signature.count == 64)
        #expect(key.verifying.isValid(signature, of: [1, 2, 3], for: SignatureContext("receipt")))
        #expect(!key.verifying.isValid(signature, of: [1, 2, 3], for: SignatureContext("notice")))
        #expect(!key.verifying.isValid(signature, of: [1, 2], for: SignatureContext("receipt")))
        #expect(!key.verifying.isValid(Array(signature.dropLast()), of: [1, 2, 3], for: SignatureContext("receipt")))
        let other = try SigningKey(newNamed: "example.org/registry")
        #expect(!other.verifying.isValid(signature, of: [1, 2, 3], for: SignatureContext("receipt")))
    }

    static let bad = [
        "", "PeterNeumann", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", secret,
    ]

    @Test("What is no key is refused", arguments: bad)
    func refused(_ text: String) {
        #expect(throws: LedgerError.self) { try VerifyingKey(text: text) }
        if text != Self.secret { #expect(throws: LedgerError.self) { try SigningKey(text: "PRIVATE+KEY+" + text) } }
    }

    @Test("A name of a key has no space and no plus", arguments: ["", "a b", "a+b", "a\nb"])
    func names(_ name: String) { #expect(throws: LedgerError.self) { try SigningKey(newNamed: name) } }

    @Test("A checkpoint is signed, read again, and a changed one is found")
    func checkpoint() throws {
        let key = try SigningKey(newNamed: "example.org/registry")
        var head = Checkpoint(origin: "example.org/registry", size: 3, root: Digest(of: "root"))
        try head.sign(with: key)
        let read = try Checkpoint(bytes: head.bytes)
        #expect(try read == head && read.note.isSigned(by: key.verifying))
        let changed = String(decoding: head.bytes, as: UTF8.self).replacing("\n3\n", with: "\n4\n")
        #expect(throws: LedgerError.self) {
            try Checkpoint(bytes: Array(changed.utf8)).note.isSigned(by: key.verifying)
        }
    }
}
