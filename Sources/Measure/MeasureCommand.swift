internal import Foundation

/// `muniment-measure signals WARC [--tables DIR] [--rounds N]` and `muniment-measure extract FOLDER`: for `scripts/bench`,
/// each prints one JSON object.
public enum MeasureCommand {
    private static let usage =
        "usage: muniment-measure signals WARC [--tables DIR] [--rounds N] | muniment-measure extract FOLDER"

    /// - Returns: The exit code: 0 done, 2 usage, 3 could not run.
    public static func run(_ arguments: [String]) -> Int32 {
        if arguments.count == 2, arguments[0] == "extract" { return extract(arguments[1]) }
        guard arguments.count >= 2, arguments[0] == "signals" else { return fail(usage, 2) }
        var (tables, rounds) = ("config/signals", 5)
        var rest = arguments.dropFirst(2)
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { return fail(usage, 2) }
            switch name {
            case "--tables": tables = value
            case "--rounds":
                guard let number = Int(value), number > 0 else {
                    return fail("--rounds: a number is due, not \(value)", 2)
                }
                rounds = number
            default: return fail(usage, 2)
            }
        }
        do {
            print(text(try SignalMeasure(warc: arguments[1], tables: tables, rounds: rounds)))
            return 0
        } catch {
            return fail("\(arguments[1]): \(error)", 3)
        }
    }

    private static func extract(_ folder: String) -> Int32 {
        do {
            print(String(decoding: try ExtractMeasure(folder: folder).json, as: UTF8.self))
            return 0
        } catch {
            return fail("\(folder): \(error)", 3)
        }
    }

    private static func text(_ measure: SignalMeasure) -> String {
        let stages = measure.stages.map { stage in
            let rounds = stage.rounds.map { String(format: "%.6f", $0) }.joined(separator: ", ")
            return "{\"name\": \"\(stage.name)\", \"cpu_seconds\": [\(rounds)]}"
        }
        return
            "{\"pages\": \(measure.pages), \"bytes\": \(measure.bytes), \"stages\": [\(stages.joined(separator: ", "))]}"
    }

    private static func fail(_ words: String, _ code: Int32) -> Int32 {
        FileHandle.standardError.write(Data((words + "\n").utf8))
        return code
    }
}
