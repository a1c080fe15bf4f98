internal import ArgumentParser
internal import Canonical
internal import Provenance
internal import Foundation
internal import Jobs

struct UseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "use", abstract: "Records which shards were used for which model, in the operator's log.",
        discussion: """
            What no record names was prepared and not used; muniment settle report --log counts what was.

            EXAMPLE
              muniment use record log out --model m-1 --epochs 2 --licensee "Lab" --from 2026-01-01 --to 2026-03-01 --key log.key
            """,
        subcommands: [UseRecordCommand.self, UseList.self])

    /// A day, `2026-01-01`.
    static func day(_ text: String, _ option: String) throws -> Timestamp {
        guard let day = Timestamp(day: text) else {
            throw JobError(.usage, "\(option) is a day such as 2026-01-01, not \(text.prefix(40))")
        }
        return day
    }

    /// A day that has begun.
    static func past(_ text: String, _ option: String) throws -> Timestamp {
        let day = try day(text, option)
        guard day <= now else {
            throw JobError(.usage, "\(option) is \(text), which is to come; what has not happened yet is not recorded")
        }
        return day
    }

    static var now: Timestamp { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) }

    static func json(_ use: UseRecord) -> [JSONValue.Member] {
        [
            .init("epochs", .integer(Int64(use.epochs))), .init("from", .string(use.from.description)),
            .init("licensee", .string(use.licensee)), .init("model", .string(use.model)),
            .init("parts", .integer(Int64(use.shards.reduce(0) { $0 + $1.parts.count }))),
            .init("runs", .array(use.shards.map { .string($0.run.hex) })),
            .init("territory", .string(use.territory)), .init("to", .string(use.to.description)),
        ]
    }
}
