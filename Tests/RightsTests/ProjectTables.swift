import Foundation
import Rights

/// The signal tables that the program ships with.
enum ProjectTables {
    /// Read once: the tables are the same for every test.
    private static let tables = Result { try SignalTables(files: try texts()) }

    static func read() throws -> SignalTables { try tables.get() }

    static func texts() throws -> [(name: String, path: String, text: String)] {
        let folder = (#filePath as NSString).deletingLastPathComponent + "/../../config/signals/"
        return try SignalTables.fileNames.map { name in
            (name, folder + name, try String(contentsOfFile: folder + name, encoding: .utf8))
        }
    }
}
