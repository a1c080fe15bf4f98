internal import Canonical
internal import Licensing
internal import Provenance
internal import Shards

/// `muniment audit report`: what an output holds, as pages and as JSON.
public struct OutputReports {
    private let output: String
    private let publisher: String?
    private let url: String?

    /// - Parameters:
    ///   - publisher: who offers the documents; nil if it shall be said that nobody told.
    ///   - url: where they are offered.
    public init(output: String, publisher: String? = nil, url: String? = nil) {
        (self.output, self.publisher, self.url) = (output, publisher, url)
    }

    /// Writes all reports.
    ///
    /// - Parameter folder: made if it is not there; not in the output, whose files are accounted for.
    /// - Returns: The files' names.
    /// - Throws: ``JobError`` if the output cannot be read or a file not be written; `usage`, before anything is written,
    ///   where a file of a report's name stands already.
    public func write(to folder: String) throws(JobError) -> [String] {
        try OutsideOutput.check(folder, "--to", of: [output])
        let context = try context()
        let facts = context.facts
        let summary = SummaryReport(facts: facts, title: "What the run \(context.name) came to")
        let eu = PublicSummary(
            facts: facts, profile: context.profile, agent: context.agent, isCrawl: context.isCrawl,
            packs: context.packs)
        let card = DatasetCard(facts: facts, name: context.name, manifest: context.manifest, packs: context.packs)
        let domains = eu.domains.map { "\($0.name)\t\($0.amount.bytes)\n" }.joined()
        var files: [(name: String, bytes: [UInt8])] = [
            ("summary.html", summary.page.bytes), ("summary.json", summary.json.canonicalBytes + [0x0A]),
            ("eu-public-summary.html", eu.page.bytes), ("eu-public-summary.json", eu.json.canonicalBytes + [0x0A]),
            ("domains.txt", Array(domains.utf8)), ("dataset-card.md", card.bytes),
        ]
        let forms = [
            CopyrightMeasures(context: context).report, TrainingDataSummary(context: context).report,
            SourceRecord(context: context).report, ProvenanceStandard(context: context).report,
        ]
        for form in forms {
            files.append((form.file + ".html", form.page.bytes))
            files.append((form.file + ".json", form.json.canonicalBytes + [0x0A]))
        }
        let croissant = CroissantMetadata(context: context).json
        let packages = DatasetPackages(context: context).json
        files += [
            ("croissant.json", croissant.canonicalBytes + [0x0A]),
            ("croissant.html", ReportPage.of(croissant, "Croissant 1.1 metadata").bytes),
            ("spdx.json", packages.canonicalBytes + [0x0A]),
            ("spdx.html", ReportPage.of(packages, "SPDX 3.0.1 dataset packages").bytes),
        ]
        if let taken = files.first(where: { OutputFile.exists("\(folder)/\($0.name)") }) {
            throw JobError(.usage, "\(folder)/\(taken.name) is there already, and stays as it is; name another folder")
        }
        do {
            try OutputFile.makeFolder(folder)
            for file in files { try OutputFile.replace("\(folder)/\(file.name)", with: file.bytes) }
        } catch {
            throw JobError(error)
        }
        return files.map(\.name)
    }

    private func context() throws(JobError) -> ReportContext {
        let inputs = try StoredInputs(output: output)
        let sealed = try SealedParts(output)
        try sealed.check(.evidence)
        try sealed.check(.documents)
        let finished = sealed.finished
        let ruleset = try inputs.ruleset(inputs.grounds())
        let revisions = try Revisions(output)
        let files = finished.manifest.seals.flatMap(\.parts).compactMap { part in
            (revisions.latest(part.name, in: .documents)?.seal ?? part.seals[.documents]).map {
                (revisions.path(part.name, in: .documents), $0)
            }
        }
        return ReportContext(
            facts: try RunFacts(output), name: PathText.name(of: output), manifest: finished.digest,
            profile: try inputs.profile(), agent: inputs.agent, at: finished.plan.at, isCrawl: finished.isCrawl,
            packs: ruleset.packs.map { "\($0.id) \($0.version) (as of \($0.asOf))" }, files: files,
            registry: finished.manifest.inputSet["registry"]?.string, publisher: publisher, url: url)
    }
}
