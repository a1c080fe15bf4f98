import Foundation
import Rights

/// The signal tables that the program ships with.
enum ProjectTables {
    private static let known = Result { try SignalTables(files: try texts()) }

    /// Read once: parsing them is most of the time of a small test.
    static func read() throws -> SignalTables { try known.get() }

    static func texts() throws -> [(name: String, path: String, text: String)] {
        let folder = (#filePath as NSString).deletingLastPathComponent + "/../../config/signals/"
        return try SignalTables.fileNames.map { name in
            (name, folder + name, try String(contentsOfFile: folder + name, encoding: .utf8))
        }
    }
}
