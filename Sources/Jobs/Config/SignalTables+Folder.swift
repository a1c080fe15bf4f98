internal import Canonical
internal import Foundation
internal import Rights

extension SignalTables {
    /// Reads the tables of a folder.
    static func load(_ folder: String) throws(ConfigError) -> SignalTables {
        try SignalTables(folder: folder) { path in
            FileManager.default.contents(atPath: path).flatMap { String(data: $0, encoding: .utf8) }
        }
    }
}
