internal import Canonical
internal import Licensing
internal import Registry

extension OperatorGrounds {
    /// Adds the public notices and the repertoire of the snapshot a run obeys; those are named by its digest.
    mutating func add(groundsOf snapshot: Snapshot?) throws(ConfigError) {
        guard let snapshot else { return }
        if let notices = snapshot.noticesFile {
            try add(noticesOfRegistry: ConfigNode.read(notices, file: snapshot.folder + "/manifest.json"))
        }
        if let (text, file) = snapshot.repertoire {
            try add(repertoireOfRegistry: RepertoireFile.read(text, file: file))
        }
    }
}
