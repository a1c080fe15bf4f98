internal import Canonical
internal import Foundation

/// `muniment-measure MODE …`: for `scripts/bench`; each mode prints one JSON object.
public enum MeasureCommand {
    private static let usage = """
        usage: muniment-measure signals WARC [--tables DIR] [--rounds N]
               muniment-measure extract FOLDER
               muniment-measure decide OUTPUT [--config FILE] [--rounds N]
               muniment-measure warc WARC
               muniment-measure differ WARC [--changed N] [--seed N]
               muniment-measure frontier FILE [--urls N]
        example: muniment-measure decide out --config config/default.yaml
        """

    private static let modes = [
        "signals": ["--tables", "--rounds"], "differ": ["--changed", "--seed"], "extract": [],
        "decide": ["--config", "--rounds"], "warc": [],
        "frontier": ["--urls"],
    ]

    /// - Returns: The exit code: 0 done, 1 readings differ, 2 usage, 3 could not run.
    public static func run(_ arguments: [String]) async -> Int32 {
        if arguments == ["--help"] || arguments == ["-h"] {
            print(usage)
            return 0
        }
        let options: MeasureOptions
        do { options = try MeasureOptions(arguments, known: modes) } catch { return fail("\(error)\n\(usage)", 2) }
        do {
            let answer = try await measure(options)
            print(answer.text)
            return answer.isGood ? 0 : 1
        } catch {
            return fail("\(options.inputs.joined(separator: " ")): \(error)", 3)
        }
    }

    private static func measure(_ options: MeasureOptions) async throws -> (text: String, isGood: Bool) {
        guard options.mode == "differ" else { return (try await figures(options), true) }
        let measure = try DifferMeasure(
            warc: options.input("an archive"), mutations: options.number("--changed", or: 1000),
            seed: UInt64(options.number("--seed", or: 1)))
        return (text(measure.json.canonicalBytes), measure.differences == 0)
    }

    private static func figures(_ options: MeasureOptions) async throws -> String {
        let rounds = try options.number("--rounds", or: 5)
        switch options.mode {
        case "extract": return text(try ExtractMeasure(folder: options.input("a folder")).json)
        case "decide":
            let config = options.text("--config", or: "config/default.yaml")
            let measure = try DecideMeasure(output: options.input("an output folder"), config: config, rounds: rounds)
            return text(measure.json.canonicalBytes)
        case "warc": return text(try ArchiveMeasure(warc: options.input("an archive")).json.canonicalBytes)
        case "frontier":
            let count = try options.number("--urls", or: 1_000_000)
            let measure = try await FrontierMeasure(path: options.input("a file to be made"), urls: count)
            return text(measure.json.canonicalBytes)
        default:
            let tables = options.text("--tables", or: "config/signals")
            return text(try SignalMeasure(warc: options.input("an archive"), tables: tables, rounds: rounds))
        }
    }

    private static func text(_ json: [UInt8]) -> String { String(decoding: json, as: UTF8.self) }

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
