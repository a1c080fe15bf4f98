internal import Canonical
internal import Rights

extension SignalTables {
    /// Reads the tables of a folder.
    static func load(_ folder: String) throws(ConfigError) -> SignalTables {
        var files: [(name: String, path: String, text: String)] = []
        for name in fileNames {
            let path = folder + "/" + name
            let text = try SettingsFile.text(
                path, advice: "name the folder of the signal tables with signals.directory")
            files.append((name, path, text))
        }
        return try SignalTables(files: files)
    }
}
