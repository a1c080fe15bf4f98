import Canonical
import Testing

@Suite("Digests, hexadecimal and base64")
struct DigestTests {
    struct Vector: CustomTestStringConvertible {
        let text: String
        let hex: String
        var testDescription: String { "\(text.utf8.count) bytes" }
    }

    static let vectors = [
        Vector(text: "", hex: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Vector(text: "abc", hex: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        Vector(
            text: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            hex: "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        Vector(
            text: String(repeating: "a", count: 1_000_000),
            hex: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ]

    @Test("FIPS 180-4: the published SHA-256 examples", arguments: vectors)
    func published(_ vector: Vector) {
        #expect(Digest(of: vector.text).hex == vector.hex)
        #expect(Digest(of: vector.text).description == "sha256:" + vector.hex)
    }

    @Test("A digest does not depend on how the bytes came in pieces", arguments: [1, 3, 64, 65, 1000])
    func pieces(size: Int) {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var hasher = Digest.Hasher()
        for start in stride(from: 0, to: bytes.count, by: size) {
            hasher.update(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        #expect(hasher.finish() == Digest(of: bytes))
    }

    @Test("A digest reads back from its hex, its description and its bytes, and orders as its hex does")
    func readBack() {
        let digests = (0..<50).map { Digest(of: "\($0)") }
        for digest in digests {
            #expect(Digest(digest.hex) == digest)
            #expect(Digest(digest.description) == digest)
            #expect(Digest(digest.hex.uppercased()) == digest)
            #expect(Digest(bytes: digest.bytes) == digest)
        }
        #expect(digests.sorted().map(\.hex) == digests.map(\.hex).sorted())
    }

    @Test(
        "What is no digest is refused",
        arguments: [
            "", "sha256:", "abc", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
            String(repeating: "g", count: 64), "sha1:" + String(repeating: "0", count: 64),
            "sha256:sha256:" + String(repeating: "0", count: 64),
        ])
    func refused(text: String) { #expect(Digest(text) == nil) }

    @Test("31 and 33 bytes are no digest", arguments: [0, 31, 33])
    func wrongLength(count: Int) { #expect(Digest(bytes: [UInt8](repeating: 0, count: count)) == nil) }

    @Test("RFC 4648, section 8: every byte goes to two lower-case digits and back, from either case")
    func hex() {
        let all = (0...255).map { UInt8($0) }
        let text = Hex.encode(all)
        #expect(text.hasPrefix("000102") && text.hasSuffix("fdfeff"))
        #expect(Hex.decode(Array(text.utf8)) == all)
        #expect(Hex.decode(Array(text.uppercased().utf8)) == all)
    }

    @Test("Half a pair and other letters are no hexadecimal", arguments: ["0", "0g", "g0", " 0", "0x", "é"])
    func notHex(text: String) { #expect(Hex.decode(Array(text.utf8)) == nil) }

    @Test(
        "RFC 4648, section 10: the published base64 examples",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func base64(plain: String, coded: String) {
        #expect(Base64.encode(Array(plain.utf8)) == coded)
        #expect(Base64.decode(coded) == Array(plain.utf8))
    }

    @Test(
        "RFC 4648, section 3: white space, other alphabets, missing padding and stray bits are refused",
        arguments: ["Zg", "Zg=", "Zg==\n", "Z g==", "Zg==Zg==", "_-8=", "Zh==", "Zm9=", "====", "é==="])
    func notBase64(text: String) { #expect(Base64.decode(text) == nil) }

    @Test("FIPS 180-4: SHA-1 of abc")
    func sha1() { #expect(Hex.encode(SHA1.hash(Array("abc".utf8))) == "a9993e364706816aba3e25717850c26c9cd0d89d") }
}
