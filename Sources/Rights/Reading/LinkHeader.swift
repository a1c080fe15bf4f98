/// The links of `Link` headers.
///
/// Source: RFC 8288, section 3 and appendix B.2, read 2026-11-23.
public struct LinkHeader: Hashable, Sendable {
    /// The target as written; it may be relative.
    public let target: String
    /// Parameter names in lower case; of a name that stands twice, the first counts.
    public let parameters: [String: String]

    /// The relation types, in lower case.
    public var relations: [String] {
        ByteText.lowercased(parameters["rel"] ?? "").split(separator: " ").map(String.init)
    }

    /// The links of all lines of the header. What cannot be read ends its line.
    public static func parse(_ lines: [String]) -> [LinkHeader] { lines.flatMap { Scanner($0).links() } }

    private struct Scanner {
        private let bytes: [UInt8]
        private var at = 0

        init(_ line: String) { bytes = Array(line.utf8) }

        func links() -> [LinkHeader] {
            var scanner = self
            var links: [LinkHeader] = []
            while let link = scanner.link() { links.append(link) }
            return links
        }

        private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

        private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
            while let byte = peek, isSkipped(byte) { at += 1 }
        }

        private mutating func text(until isEnd: (UInt8) -> Bool) -> String {
            let start = at
            while let byte = peek, !isEnd(byte) { at += 1 }
            return ByteText.string(ByteText.trimmed(bytes[start..<at]))
        }

        private mutating func link() -> LinkHeader? {
            skip { ByteText.isSpace($0) || $0 == UInt8(ascii: ",") }
            guard peek == UInt8(ascii: "<") else { return nil }
            at += 1
            let target = text { $0 == UInt8(ascii: ">") }
            guard peek != nil else { return nil }
            at += 1
            var parameters: [String: String] = [:]
            skip(ByteText.isSpace)
            while peek == UInt8(ascii: ";") {
                at += 1
                let (name, value) = parameter()
                if !name.isEmpty, parameters[name] == nil { parameters[name] = value }
                skip(ByteText.isSpace)
            }
            return LinkHeader(target: target, parameters: parameters)
        }

        private mutating func parameter() -> (String, String) {
            skip(ByteText.isSpace)
            let name = text { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }
            guard peek == UInt8(ascii: "=") else { return (ByteText.lowercased(name), "") }
            at += 1
            skip(ByteText.isSpace)
            let value =
                peek == UInt8(ascii: "\"") ? quoted() : text { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") }
            return (ByteText.lowercased(name), value)
        }

        private mutating func quoted() -> String {
            at += 1
            var out: [UInt8] = []
            while let byte = peek, byte != UInt8(ascii: "\"") {
                at += 1
                if byte == UInt8(ascii: "\\"), let escaped = peek {
                    out.append(escaped)
                    at += 1
                } else {
                    out.append(byte)
                }
            }
            if peek != nil { at += 1 }
            return ByteText.string(out)
        }
    }
}
