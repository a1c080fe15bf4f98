import Foundation
import Testing

/// Files the code must go on writing byte for byte. `MUNIMENT_WRITE_GOLDEN=1 swift test` writes them anew: a change
/// of theirs is a change of the format.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    private static let root = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func expect(_ lines: [[UInt8]], are name: String) throws {
        let bytes = Data(lines.flatMap { (line: [UInt8]) -> [UInt8] in line + [0x0A] })
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["MUNIMENT_WRITE_GOLDEN"] != nil {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
        #expect(try Data(contentsOf: file) == bytes, "\(name) differs from what the code writes")
    }

    static func lines(_ name: String) throws -> [[UInt8]] {
        try Data(contentsOf: folder.appending(path: name)).split(separator: 0x0A).map { Array($0) }
    }

    static func document(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: "docs/formats/\(name)")))
    }
}

/// A folder that lives as long as the value.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "shards-test-\(UUID().uuidString)"
        for name in ["documents", "evidence", "sites/blobs"] {
            try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
        }
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("\(path) stays: \(error)") }
    }

    /// All files below, by name, with their bytes.
    func files() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: path) ?? FileManager.DirectoryEnumerator()
        {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder), !isFolder.boolValue {
                files[name] = try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
            }
        }
        return files
    }
}
