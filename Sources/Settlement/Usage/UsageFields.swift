internal import Canonical

/// What every field of a line of use must be.
enum UsageFields {
    /// - Parameter isStrict: Whether characters that nobody sees are refused, and not control characters of ASCII alone.
    /// - Returns: What is wrong with a line, by the name of its field; nil if nothing is.
    static func fault(in row: UsageRow, isStrict: Bool) -> String? {
        if row.hasOddOctets, let reason = oddOctets(in: row, isStrict) { return reason }
        for (column, name) in due where row.field(column).isEmpty { return "\(name) is empty" }
        guard row.number(.documents) ?? 0 > 0 else { return "documents is 0: a use is of one document at least" }
        if !row.field(.territory).isEmpty, !isTerritory(row.field(.territory)) {
            return "territory \"\(row.text(.territory).prefix(20))\" is no code of ISO 3166-1 such as CN"
        }
        guard isHost(row.field(.domain)) else {
            return "domain \"\(row.text(.domain).prefix(80))\" is no host in lower case"
        }
        return nil
    }

    private static let due: [(UsageRow.Column, String)] = [
        (.document, "document"), (.tariff, "tariff"), (.basis, "basis"), (.licensee, "licensee"),
    ]

    static func isTerritory(_ code: some Collection<UInt8>) -> Bool {
        code.count == 2 && code.allSatisfy { (0x41...0x5A).contains($0) }
    }

    /// Letters that are small, digits, dots, hyphens, and what stands in addresses of numbers; empty if it was left out.
    private static func isHost(_ text: some Collection<UInt8>) -> Bool {
        text.allSatisfy { byte in
            switch byte {
            case 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x3A, 0x5B, 0x5D, 0x5F, 0x80...0xFF: true
            default: false
            }
        }
    }

    /// What is wrong with the fields of a line that is not of a use.
    static func fault(in fields: [String], isStrict: Bool) -> String? {
        guard isStrict else { return nil }
        for (place, field) in fields.enumerated() {
            guard let mark = HiddenMarks.first(in: field) else { continue }
            return "field \(place + 1) of \(fields[0].prefix(20)) holds \(mark), a character that nobody sees"
        }
        return nil
    }

    private static func oddOctets(in row: UsageRow, _ isStrict: Bool) -> String? {
        for column in UsageRow.Column.allCases.prefix(row.ends.count) {
            let field = row.field(column)
            if let byte = field.first(where: { $0 < 0x20 || $0 == 0x7F }) {
                let digits = String(byte, radix: 16, uppercase: true)
                return "\(column.name) has a control character (U+00\(digits.count < 2 ? "0" : "")\(digits))"
            }
            guard let text = String(validating: field, as: UTF8.self) else { return "\(column.name) is no UTF-8" }
            if isStrict, let mark = HiddenMarks.first(in: text) {
                return "\(column.name) holds \(mark), a character that nobody sees"
            }
        }
        return nil
    }
}
