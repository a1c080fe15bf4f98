import Foundation
import Rights

/// The signal tables that the program ships with.
enum ProjectTables {
    private static let known = Result {
        let folder = (#filePath as NSString).deletingLastPathComponent + "/../../config/signals/"
        return try SignalTables(
            files: SignalTables.fileNames.map { name in
                (name, folder + name, try String(contentsOfFile: folder + name, encoding: .utf8))
            })
    }

    /// Read once: parsing them is most of the time of a small test.
    static func read() throws -> SignalTables { try known.get() }
}
