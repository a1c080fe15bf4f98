internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Jobs
internal import Ledger
internal import Registry
internal import Shards

struct RegistryInit: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Makes a registry: a store with an empty log, and its signing key.",
        discussion: """
            EXAMPLE
              muniment registry init --store registry.db --origin example.org/registry

            The private key is written to registry.db.key, for you alone to read: keep a copy. The printed key is the one
            to give to others. Business days are counted by --holidays, a file with a date a line.
            """)

    @OptionGroup var options: StoreOptions

    @Option(help: "The name of the log, as its checkpoints and receipts bear it.")
    var origin: String

    @Option(help: ArgumentHelp("A key made before, instead of a new one.", valueName: "file"))
    var key: String?

    @Option(help: ArgumentHelp("Days that are no business days: a date like 2026-12-25 a line.", valueName: "file"))
    var holidays: String?

    func run() throws {
        var rules = RegistryRules()
        if let holidays { rules.holidays = try Self.days(holidays) }
        let key = try signingKey()
        _ = try RegistryStore.create(options.store, origin: origin, rules: rules, at: try options.writingTime())
        let summary = JSONValue.object([
            .init("key", .string(key.verifying.text)), .init("origin", .string(origin)),
            .init("store", .string(options.store)),
        ])
        Console.say(options.json ? StoreOptions.text(summary) : "store  \(options.store)\nkey    \(key.verifying.text)")
    }

    private func signingKey() throws -> SigningKey {
        if let key { return try SigningKeyOption.read(key) }
        let file = options.store + ".key"
        let made: SigningKey
        do throws(LedgerError) { made = try SigningKey(newNamed: origin) } catch {
            throw JobError(.usage, "--origin \(origin): \(error)")
        }
        guard !FileManager.default.fileExists(atPath: options.store) else {
            throw JobError(.couldNotRun, "\(options.store): there is a file already; name a new one for the store")
        }
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw JobError(
                .couldNotRun, "\(file): cannot be made: \(String(cString: strerror(errno))); or name one with --key")
        }
        defer { close(descriptor) }
        let line = Array((made.text + "\n").utf8)
        guard write(descriptor, line, line.count) == line.count, fsync(descriptor) == 0 else {
            throw JobError(.couldNotRun, "\(file): cannot be written: \(String(cString: strerror(errno)))")
        }
        return made
    }

    static func days(_ file: String) throws -> [String] {
        let text = String(decoding: try OutputFile.read(file), as: UTF8.self)
        var days: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let day = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
            if day.isEmpty { continue }
            guard Timestamp(day: day) != nil else {
                throw JobError(.usage, "\(file):\(index + 1): \"\(day.prefix(40))\" is no date like 2026-12-25")
            }
            days.append(day)
        }
        return days
    }
}
