internal import ArgumentParser
internal import Jobs
internal import Ledger
internal import Shards

/// The key of commands that sign, or test what the registry signed.
struct SigningKeyOption: ParsableArguments {
    @Option(help: ArgumentHelp("The signing key; default: that beside the store.", valueName: "file"))
    var key: String?

    /// - Parameter store: The file of the store, beside which its key lies.
    func read(beside store: String) throws -> SigningKey { try Self.read(key ?? store + ".key") }

    static func read(_ file: String) throws -> SigningKey {
        let text = String(decoding: try OutputFile.read(file), as: UTF8.self)
        do throws(LedgerError) { return try SigningKey(text: text) } catch {
            throw JobError(.couldNotRun, "\(file): \(error)")
        }
    }
}
