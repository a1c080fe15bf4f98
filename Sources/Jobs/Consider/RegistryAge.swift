internal import Canonical
internal import Licensing
internal import Registry

/// Whether a snapshot is young enough to be obeyed: an old one may lack an objection.
enum RegistryAge {
    /// A crawl ends this long before its snapshot is too old, so that what it holds can still be sealed under it.
    private static let margin: Int64 = 300

    /// Whether a run that goes on now would outlive its snapshot.
    static func isEnding(_ snapshot: Snapshot?, ruleset: Ruleset, now: Timestamp) -> Bool {
        guard let snapshot else { return false }
        return now.seconds + margin > snapshot.compiledAt.seconds + ruleset.settings.registryAge
    }

    /// - Throws: ``JobError`` `couldNotRun`, which leaves everything as it is (exit 3).
    static func check(_ snapshot: Snapshot, path: String, ruleset: Ruleset, at: Timestamp) throws(JobError) {
        let limit = ruleset.settings.registryAge
        let age = at.seconds - snapshot.compiledAt.seconds
        guard age >= 0 else {
            throw JobError(
                .couldNotRun,
                "\(path): compiled at \(snapshot.compiledAt), after the run's time \(at); check --at and the clock")
        }
        guard ruleset.settings.isRegistryFresh(asOf: snapshot.compiledAt, at: at) else {
            throw JobError(
                .couldNotRun,
                "\(path): compiled at \(snapshot.compiledAt), more than \(limit) s before \(at) (settings.registry_age); compile the registry anew"
            )
        }
    }
}
