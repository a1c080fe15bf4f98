internal import Canonical
internal import Extraction
internal import Licensing
internal import Provenance
internal import Registry
internal import Rights
internal import WebAddress

extension StoredInputs {
    /// The whole input set of the run, read back; its digest is that of the manifest.
    ///
    /// - Throws: ``JobError`` `couldNotRun` for inputs that are not there or that this program reads otherwise.
    func inputSet() throws(JobError) -> InputSet {
        let grounds = try grounds()
        let ruleset = try ruleset(grounds)
        let snapshot = try snapshot()
        let own = snapshot?.publicSuffixListBytes
        let suffixes = if let own { own } else { try named("public-suffix-list") }
        do {
            guard let agent = ProductToken(agent), let at else {
                throw JobError(.couldNotRun, "the manifest names no agent and time")
            }
            // The form of the text is told by the readers' name.
            guard let form = TextForm.allCases.first(where: { ReaderVersion.writing($0) == reader }) else {
                throw JobError(.couldNotRun, "the run was read by readers that this program does not have: \(reader)")
            }
            let tables = try JSONReader.read(named("signals")).members ?? []
            let set = InputSet(
                agent: agent, profile: try profile(), ruleset: ruleset, snapshot: snapshot,
                suffixes: try PublicSuffixList(contents: suffixes),
                tables: try SignalTables(files: tables.map { ($0.key, $0.key, $0.value.string ?? "") }),
                grounds: grounds, at: at, source: source, text: form, suffixBytes: suffixes)
            guard set.digest.hex == digest else {
                throw JobError(
                    .couldNotRun,
                    "this program reads the run's inputs otherwise than the one that wrote them; use that version")
            }
            return set
        } catch {
            throw JobError(error)
        }
    }
}
