internal import Canonical

/// Makes entries of a registry that are the same in every run: of ten, seven domains, two prefixes, one payload.
struct EntryMaker {
    private static let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
    private static let endings = [".com", ".org", ".net", ".de", ".co.uk", ".fr", ".info"]

    /// Words of a number that do not follow each other in the alphabet.
    static func word(_ number: UInt64) -> String {
        var mixed = (number &+ 1) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 31
        var out: [UInt8] = [Self.digits[Int(mixed % 26)]]
        var rest = mixed &* 0xBF58_476D_1CE4_E5B9
        for _ in 0..<(5 + Int(mixed >> 60) % 8) {
            out.append(Self.digits[Int(rest >> 58) % 36])
            rest = rest &* 6364136223846793005 &+ 1442695040888963407
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func host(_ number: UInt64) -> String {
        word(number) + word(number >> 20).prefix(3) + Self.endings[Int(number % 7)]
    }

    /// One row of a list.
    static func row(_ number: Int) -> String {
        let value = UInt64(number)
        switch number % 10 {
        case 0..<7: return "domain,\(host(value)),,,\n"
        case 7, 8: return "prefix,https://www.\(host(value))/\(word(value &* 3))/,,,\n"
        default: return "payload,\(payload(number)),,,\n"
        }
    }

    static func payload(_ number: Int) -> Digest { Digest(of: "payload \(number)") }

    /// A page that the entry of a number covers, or of a number beyond all entries, which nothing covers.
    static func url(_ number: Int) -> String {
        let value = UInt64(number)
        let isPrefix = number % 10 == 7 || number % 10 == 8
        return "https://www.\(host(value))/\(isPrefix ? word(value &* 3) : word(value &* 5))/\(word(value &* 7)).html"
    }
}
