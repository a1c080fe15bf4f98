internal import Canonical
internal import Foundation
internal import Rights

extension SignalTables {
    /// Reads the tables of a folder.
    static func load(_ folder: String) throws(ConfigError) -> SignalTables {
        var files: [(name: String, path: String, text: String)] = []
        for name in fileNames {
            let path = folder + "/" + name
            guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
            else {
                throw ConfigError(
                    file: path, line: 0, key: "",
                    problem: "this signal table cannot be read as UTF-8 text; name its folder with signals.directory")
            }
            files.append((name, path, text))
        }
        return try SignalTables(files: files)
    }
}
