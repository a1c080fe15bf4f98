/// A `trust.txt` file: what a publisher says of itself, and whether its site may train models.
///
/// One `name=value` a line; lines that begin with `#` are comments. Only `datatrainingallowed` is kept.
/// Source: JournalList, trust.txt reference with `datatrainingallowed` of 2024-04-04;
/// draft-org-trust-relationship-protocol-01; read 2026-11-23.
public struct TrustTxt: Hashable, Sendable {
    /// What came of reading a file.
    public enum Outcome: Hashable, Sendable {
        case file(TrustTxt)
        /// An error page or anything else that is no such file.
        case notImplemented
    }

    /// What the records of `datatrainingallowed` come to together.
    public enum Answer: Hashable, Sendable {
        /// No record: nothing is said.
        case absent
        case allowed
        case denied
        /// A value that is neither yes nor no, or a misspelt name; whether it is plainly meant as a refusal.
        case invalid(isRefusal: Bool)
        /// More than one record, none of them a no: the format allows one.
        case repeated
    }

    /// One line about training.
    public struct Record: Hashable, Sendable {
        /// In lower case.
        public let value: String
        /// Whether name and separator stand as the format has them.
        public let isWellFormed: Bool
        public let line: [UInt8]
        /// Bytes of the file before the line.
        public let offset: Int

        var isNo: Bool { value == "no" }
    }

    /// In the order of the file.
    public let records: [Record]

    /// Any no wins, even where it stands twice or beside a yes.
    public var answer: Answer {
        if records.contains(where: { $0.isWellFormed && $0.isNo }) { return .denied }
        guard let first = records.first else { return .absent }
        if records.contains(where: \.isRefusal) { return .invalid(isRefusal: true) }
        if records.count > 1 { return .repeated }
        return first.isWellFormed && first.value == "yes" ? .allowed : .invalid(isRefusal: false)
    }

    /// The record that an answer rests on; nil if there is none.
    public var deciding: Record? { records.first(where: \.isNo) ?? records.first(where: \.isRefusal) ?? records.first }

    public static func parse(_ bytes: [UInt8]) -> Outcome {
        var records: [Record] = []
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let isMarkup = ByteText.trimmed(bytes[start...]).first == UInt8(ascii: "<")
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            if let record = Record(bytes[start..<end]) { records.append(record) }
            start = end + 1
        }
        // An error page may quote the name in prose: only a refusal in it is kept, as one that cannot be read.
        if isMarkup, !records.contains(where: \.isRefusal) { return .notImplemented }
        return .file(TrustTxt(records: isMarkup ? records.map(\.malformed) : records))
    }
}

extension TrustTxt.Record {
    private static let name = "datatrainingallowed"
    private static let longestName = 64

    /// Nil for a line that does not speak of training.
    init?(_ text: ArraySlice<UInt8>) {
        let isLoose = text.contains { $0 >= 0x80 }
        let body = ByteText.trimmed(isLoose ? Array(LooseText.plain(ByteText.string(text)).utf8)[...] : text)
        guard let first = body.first, first != UInt8(ascii: "#") else { return nil }
        let sign = body.firstIndex { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }
        // A name alone, or with a space for the sign, was meant as a record.
        let mark = sign ?? body.firstIndex(where: ByteText.isSpace) ?? body.endIndex
        let name = ByteText.trimmed(body[..<mark])
        guard name.count <= Self.longestName, Self.isMeant(name) else { return nil }
        let written = body[mark...].dropFirst()
        value = ByteText.lowercased(ByteText.string(ByteText.trimmed(written.prefix { $0 != UInt8(ascii: "#") })))
        // Comments are lines of their own: behind a yes one makes the value another.
        let isCommented = value == "yes" && written.contains(UInt8(ascii: "#"))
        isWellFormed =
            !isCommented && !isLoose && ByteText.equals(name, Self.name) && sign.map { body[$0] } == UInt8(ascii: "=")
        line = Array(text)
        offset = text.startIndex
    }

    /// The name with whatever people put between its words, or a part of it.
    private static func isMeant(_ name: ArraySlice<UInt8>) -> Bool {
        let letters = name.filter(ByteText.isLetter)[...]
        return ["datatraining", "aitraining"].contains { ByteText.hasPrefix(letters, $0) }
            || NearName.meant(by: letters, among: [.trainingAllowed]) != nil
    }

    private static let refusals: Set<String> = [
        "no", "n", "none", "not", "never", "false", "0", "off", "deny", "denied", "disallow", "disallowed",
        "forbidden", "prohibited", "reserved",
    ]

    /// Whether the value is a refusal, in whatever words.
    var isRefusal: Bool {
        let word = value.prefix { $0.isLetter || $0.isNumber }
        return Self.refusals.contains(String(word))
    }

    fileprivate var malformed: TrustTxt.Record {
        TrustTxt.Record(value: value, isWellFormed: false, line: line, offset: offset)
    }
}
