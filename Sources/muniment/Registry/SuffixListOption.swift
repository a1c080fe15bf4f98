internal import ArgumentParser
internal import Jobs
internal import Shards

/// The Public Suffix List of commands that test domains.
struct SuffixListOption: ParsableArguments {
    @Option(help: "The Public Suffix List that domains are tested by.")
    var psl = RegistrySettings.systemList

    func bytes() throws -> [UInt8] { try OutputFile.read(psl) }
}
