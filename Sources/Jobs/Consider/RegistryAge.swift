internal import Canonical
internal import Licensing
internal import Registry

/// Whether a snapshot is young enough to be obeyed: an old one may lack an objection.
enum RegistryAge {
    /// - Throws: ``JobError`` `couldNotRun`, which leaves everything as it is (exit 3).
    static func check(_ snapshot: Snapshot, path: String, ruleset: Ruleset, at: Timestamp) throws(JobError) {
        let limit = Int64(ruleset.settings.registryAge)
        let age = at.seconds - snapshot.compiledAt.seconds
        guard age >= 0 else {
            throw JobError(
                .couldNotRun, "\(path): compiled at \(snapshot.compiledAt), after the run's time \(at); check --at and the clock")
        }
        guard age <= limit else {
            throw JobError(
                .couldNotRun,
                "\(path): compiled at \(snapshot.compiledAt), more than \(limit) s before \(at) (settings.registry_age); compile the registry anew")
        }
    }
}
