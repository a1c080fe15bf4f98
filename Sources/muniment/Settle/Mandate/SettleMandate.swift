internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Licensing
internal import Shards

struct SettleMandate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mandate",
        abstract: "Keeps mandates, parties, societies, tariffs, works and shares in the registry's store.",
        discussion: """
            registry compile puts them into the snapshot that runs obey, and settle allocate --shares SNAPSHOT reads them there.
            Files: docs/formats/grounds.md.

            EXAMPLE
              muniment settle mandate check config/grounds/mandates.yaml
              muniment settle mandate add config/grounds/mandates.yaml --store registry.db
              muniment settle mandate list --store registry.db
              muniment settle mandate end MANDATE-1 --on 2026-12-31 --store registry.db
              muniment settle mandate erase author-1 --store registry.db
            """,
        subcommands: [MandateCheck.self, MandateAdd.self, MandateList.self, MandateEnd.self, MandateErase.self])
}

/// Tells entries that are wrong, and ends with a usage error if there are any.
enum MandateFaults {
    private static let most = 20

    /// The texts of files, with their names.
    static func read(_ files: [String]) throws -> [(text: String, file: String)] {
        try files.map { (String(decoding: try OutputFile.read($0), as: UTF8.self), $0) }
    }

    static func complain(_ file: RepertoireFile) throws {
        guard !file.faults.isEmpty else { return }
        for fault in file.faults.prefix(most) { Console.complain(fault.description) }
        if file.faults.count > most { Console.complain("and \(file.faults.count - most) more") }
        throw JobError(
            .usage,
            "\(file.faults.count) entries are wrong, \(file.entries.count) are good; nothing is taken of it before all are"
        )
    }
}

/// How many entries of each kind there are.
struct MandateCounts {
    private let numbers: [(section: RepertoireSection, count: Int)]

    init(_ sections: [RepertoireSection]) {
        numbers = RepertoireSection.allCases.map { section in (section, sections.count { $0 == section }) }
    }

    var text: String { numbers.map { "\($0.count) \($0.section.rawValue)" }.joined(separator: ", ") }

    var json: [JSONValue.Member] { numbers.map { .init($0.section.rawValue, .integer(Int64($0.count))) } }
}
