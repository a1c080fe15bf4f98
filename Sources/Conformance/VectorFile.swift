internal import Canonical
internal import Foundation

/// Reads one vector file and runs its rows.
struct VectorFile {
    let path: String
    /// How reports call the file.
    let label: String

    /// - Returns: The report, or why the file cannot be read.
    func run() -> Result<FileReport, VectorFault> {
        guard let data = FileManager.default.contents(atPath: path) else {
            return .failure(VectorFault("\(path): cannot be read; give the path of a vector file"))
        }
        var report = FileReport(file: label)
        let bytes = [UInt8](data)
        if AssetFile.isAsset(path) {
            runAsset(bytes, &report)
            return .success(report)
        }
        if OptOutSample.isSample(path) {
            OptOutSample.check(bytes, path: path, into: &report)
            return .success(report)
        }
        var spellings = AddressSpellings()
        if label.hasSuffix(".jsonl") || !runList(bytes, &report, &spellings) { runLines(bytes, &report, &spellings) }
        do throws(VectorFault) {
            if let checked = try spellings.check() {
                // Not a row of the file: it counts if it fails.
                if checked.outcome == .passed {
                    report.notes.append(checked.note)
                } else {
                    report.add(checked.outcome, id: "registry")
                }
            }
        } catch {
            return .failure(error)
        }
        return .success(report)
    }

    private var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

    private func runLines(
        _ bytes: [UInt8], _ report: inout FileReport, _ spellings: inout AddressSpellings
    ) {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
            do throws(JSONError) {
                let value = try JSONReader.read(Array(line))
                spellings.add(value)
                run(VectorRow(value: value, line: index + 1, folder: folder), &report)
            } catch {
                report.add(.failed(expected: "a JSON value", got: "\(error)"), id: "line \(index + 1)")
            }
        }
    }

    /// Runs a file that is one list or one row; false if it is neither.
    private func runList(
        _ bytes: [UInt8], _ report: inout FileReport, _ spellings: inout AddressSpellings
    ) -> Bool {
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(bytes) } catch { return false }
        for (index, item) in (value.array ?? [value]).enumerated() {
            spellings.add(item)
            run(VectorRow(value: item, line: index + 1, folder: folder), &report)
        }
        return true
    }

    private func runAsset(_ bytes: [UInt8], _ report: inout FileReport) {
        report.add(AssetFile.check(bytes), id: label)
        report.notes.append(AssetFile.words(bytes))
    }

    private func run(_ row: VectorRow, _ report: inout FileReport) {
        guard let format = VectorFormats.all.first(where: { $0.recognises(row.value) }) else {
            let keys = (row.value.members ?? []).map(\.key).joined(separator: ", ")
            let got = "a row with the keys \(keys)"
            return report.add(.failed(expected: "a row of a known format", got: got), id: "line \(row.line)")
        }
        do throws(VectorFault) {
            report.add(try format.check(row), id: row.id)
        } catch {
            report.add(
                .failed(expected: "a row of \(format.name)", got: "\(error)"), id: "\(row.id) (line \(row.line))")
        }
    }
}
