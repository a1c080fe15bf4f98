import Foundation
import Provenance
import Testing

@Suite("docs/signals.md")
struct SignalsDocumentTests {
    private func rows() throws -> [[String]] {
        let path = (#filePath as NSString).deletingLastPathComponent + "/../../docs/signals.md"
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        return lines.filter { $0.hasPrefix("| `") }.map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    @Test("Every protocol has one row, in the order of the letters of a row of evidence, with nothing left empty")
    func rowsAreWhole() throws {
        let rows = try rows()
        #expect(rows.map(\.first) == RightsProtocol.allCases.map { "`\($0.rawValue)`" })
        for row in rows {
            #expect(row.count == 5, "\(row.first ?? "")")
            #expect(row.allSatisfy { !$0.isEmpty }, "\(row.first ?? "")")
        }
    }

    @Test("The code that a row names is there")
    func codeIsThere() throws {
        let root = (#filePath as NSString).deletingLastPathComponent + "/../../"
        for row in try rows() where row.count == 5 {
            for name in row[3].split(separator: "`") where name.hasPrefix("Sources/") {
                #expect(FileManager.default.fileExists(atPath: root + name), "\(name)")
            }
        }
    }
}
