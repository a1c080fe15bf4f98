import Canonical
import Foundation
import Shards

@testable import Jobs

/// Changes rows of an output and makes everything else fit again, as whoever wrote the output could: the part, its mark, the
/// manifest, and the entries for the log.
enum Resealing {
    static func change(
        _ output: String, _ part: PartName, _ folder: PartFolder, _ change: ([[UInt8]]) throws -> [[UInt8]]
    ) throws {
        let path = output + "/" + part.path(in: folder)
        let lines = try change(RowFile.lines(path))
        let writer = try RowFileWriter(path: path)
        for line in lines { try writer.append(line) }
        let seal = try writer.finish()
        let manifest = try FinishedOutput(output).manifest
        let plan = try FinishedOutput(output).plan
        for old in manifest.seals where old.number == part.number {
            guard let mark = try InputMark.read(output, old.number) else { continue }
            let parts = old.parts.map { item in
                var seals = item.seals
                if item.name == part { seals[folder] = seal }
                return InputSeal.Part(name: item.name, seals: seals)
            }
            let new = InputSeal(
                number: old.number, name: old.name, digest: old.digest, bytes: old.bytes, parts: parts,
                records: old.records)
            try InputMark(seal: new, counts: mark.counts, damage: mark.damage).write(output)
        }
        try FileManager.default.removeItem(atPath: output + "/ledger")
        let bundle = try RunBundle.begin(output, plan, rank: 0, world: 1)
        for number in manifest.seals.map(\.number) {
            guard let mark = try InputMark.read(output, number) else { continue }
            try bundle.note(mark.seal.parts)
        }
        _ = try RunFinish(output: output).join(isChecked: true)
    }

    /// A line with one text in the place of another.
    static func replacing(_ line: [UInt8], _ old: String, _ new: String) -> [UInt8] {
        Array(String(decoding: line, as: UTF8.self).replacing(old, with: new).utf8)
    }
}
