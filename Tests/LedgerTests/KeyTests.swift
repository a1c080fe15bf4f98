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
        let key = try SigningKey(Self.secret + "\n")
        #expect(key.verifyingKey.description == Self.published)
        #expect(key.text == Self.secret)
        #expect(try VerifyingKey(Self.published) == key.verifyingKey)
    }

    @Test("The first vector of RFC 8032, section 7.1")
    func vector() throws {
        let seed = Hex.decode(Array("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60".utf8)) ?? []
        let key = try SigningKey(name: "x", seed: seed)
        #expect(
            Hex.encode(key.verifyingKey.bytes) == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
        let signature = key.sign([])
        #expect(key.verifyingKey.verifies(signature, of: []))
    }

    @Test("A signature holds for its octets, its type and its key, and for no other")
    func bound() throws {
        let key = try SigningKey(named: "example.org/registry")
        let signature = key.sign([1, 2, 3], as: "receipt")
        #expect(signature.count == 64)
        #expect(key.verifyingKey.verifies(signature, of: [1, 2, 3], as: "receipt"))
        #expect(!key.verifyingKey.verifies(signature, of: [1, 2, 3], as: "notice"))
        #expect(!key.verifyingKey.verifies(signature, of: [1, 2], as: "receipt"))
        #expect(!key.verifyingKey.verifies(signature, of: [1, 2, 3]))
        #expect(!key.verifyingKey.verifies(Array(signature.dropLast()), of: [1, 2, 3], as: "receipt"))
        let other = try SigningKey(named: "example.org/registry")
        #expect(!other.verifyingKey.verifies(signature, of: [1, 2, 3], as: "receipt"))
    }

    static let bad = [
        "", "PeterNeumann", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "a b+c74f20a3+AQ==",
        "Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", secret,
    ]

    @Test("What is no key is refused", arguments: bad)
    func refused(_ text: String) {
        #expect(throws: KeyError.self) { try VerifyingKey(text) }
        if text != Self.secret { #expect(throws: KeyError.self) { try SigningKey("PRIVATE+KEY+" + text) } }
    }

    @Test("A name of a key has no space and no plus", arguments: ["", "a b", "a+b", "a\nb"])
    func names(_ name: String) { #expect(throws: KeyError.self) { try SigningKey(named: name) } }
}
