/// Columns of text, the last one free, numbers to the right.
struct Table {
    private var rows: [[String]] = []
    private let rightAligned: Set<Int>

    init(rightAligned: Set<Int> = []) { self.rightAligned = rightAligned }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    var text: String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? Self.width($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: max(0, widths[column] - Self.width(cell)))
                return rightAligned.contains(column) ? space + cell : column == row.count - 1 ? cell : cell + space
            }
            return "  " + cells.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    /// Terminal columns: East Asian wide characters take two (Unicode TR 11, the ranges that occur in practice).
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60: true
        default: false
        }
    }
}
