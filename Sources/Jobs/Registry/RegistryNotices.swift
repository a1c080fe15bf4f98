internal import Canonical
internal import Licensing
internal import Registry

extension OperatorGrounds {
    /// Adds the public notices of the snapshot a run obeys; those are named by its digest.
    mutating func add(noticesOf snapshot: Snapshot?) throws(ConfigError) {
        guard let snapshot, let notices = snapshot.noticesFile else { return }
        try add(noticesOfRegistry: ConfigNode.read(notices, file: snapshot.folder + "/manifest.json"))
    }
}
