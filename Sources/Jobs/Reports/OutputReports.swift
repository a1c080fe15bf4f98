internal import Canonical
internal import Licensing
internal import Provenance
internal import Shards

/// `muniment audit report`: what an output holds, as pages and as JSON.
public struct OutputReports {
    private let output: String

    public init(output: String) { self.output = output }

    /// Writes all reports.
    ///
    /// - Parameter folder: made if it is not there; not in the output, whose files are accounted for.
    /// - Returns: The files' names.
    /// - Throws: ``JobError`` if the output cannot be read or a file not be written.
    public func write(to folder: String) throws(JobError) -> [String] {
        let inputs = try StoredInputs(output: output)
        let facts = try RunFacts(output)
        let ruleset = try inputs.ruleset(inputs.grounds())
        let summary = SummaryReport(facts: facts, title: "What the run \(PathText.name(of: output)) came to")
        let eu = PublicSummary(
            facts: facts, profile: try inputs.profile(), agent: inputs.agent,
            isCrawl: FileKind(output + "/warc") == .folder,
            packs: ruleset.packs.map { "\($0.id) \($0.version) (as of \($0.asOf))" })
        let card = DatasetCard(
            facts: facts, name: PathText.name(of: output), manifest: try manifest(), packs: eu.packs)
        let domains = eu.domains.map { "\($0.name)\t\($0.amount.bytes)\n" }.joined()
        let files: [(name: String, bytes: [UInt8])] = [
            ("summary.html", summary.page.bytes), ("summary.json", summary.json.canonicalBytes + [0x0A]),
            ("eu-public-summary.html", eu.page.bytes), ("eu-public-summary.json", eu.json.canonicalBytes + [0x0A]),
            ("domains.txt", Array(domains.utf8)), ("dataset-card.md", card.bytes),
        ]
        do {
            try OutputFile.makeFolder(folder)
            for file in files { try OutputFile.replace("\(folder)/\(file.name)", with: file.bytes) }
        } catch {
            throw JobError(error)
        }
        return files.map(\.name)
    }

    private func manifest() throws(JobError) -> Digest {
        do { return Digest(of: try OutputFile.read(output + "/manifest.json")) } catch { throw JobError(error) }
    }
}
