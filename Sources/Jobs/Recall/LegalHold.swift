public import Canonical
internal import Foundation
internal import Shards

/// The store of a legal hold: bytes that a recall took out and that must neither be used nor deleted until the case is over.
///
/// `hold.json` marks the folder; archives below it are no input of a run.
public struct LegalHold: Sendable {
    static let mark = "hold.json"

    public let store: String
    public let caseName: String

    /// Opens a store, or begins one for a case.
    ///
    /// - Throws: ``JobError`` `usage` for a folder that holds something else, and for the store of another case.
    public init(store: String, caseName: String) throws(JobError) {
        guard !caseName.isEmpty else { throw JobError(.usage, "--case '': name the case that the bytes are held for") }
        self.store = store
        self.caseName = caseName
        if let found = try Self.read(store) {
            guard found == caseName else {
                throw JobError(.usage, "\(store) is held for the case \(found); give \(caseName) a store of its own")
            }
            return
        }
        do {
            try OutputFile.makeFolder(store)
            try FolderWalk.each(store) { (name) throws(ShardError) in
                guard name == Self.mark + ".open" else {
                    throw ShardError(path: store, problem: "is not empty (\(name)); a store is a folder of its own")
                }
            }
            let json = JSONValue.object([.init("case", .string(caseName)), .init("format", .integer(1))])
            try OutputFile.replace("\(store)/\(Self.mark)", with: json.canonicalBytes + [0x0A])
        } catch {
            throw JobError(.usage, "\(error)")
        }
    }

    /// The case a folder is held for; nil if it is no store.
    ///
    /// - Throws: ``JobError`` `couldNotRun` for a mark that cannot be read: then nobody may say that it is free.
    static func read(_ folder: String) throws(JobError) -> String? {
        let path = "\(folder)/\(mark)"
        guard FileKind(path) != nil else { return nil }
        do {
            guard let name = try JSONReader.read(OutputFile.read(path))["case"]?.string else {
                throw ShardError(path: path, problem: "names no case")
            }
            return name
        } catch {
            throw JobError(.couldNotRun, "\(path): \(error); what is below it stays held")
        }
    }

    /// Refuses a path that lies in a store.
    static func refuse(_ path: String) throws(JobError) {
        var folder = URL(fileURLWithPath: path).standardizedFileURL.path
        while folder.count > 1 {
            if let name = try read(folder) {
                throw JobError(.usage, "\(path) is under legal hold for \(name): it is no input of a run")
            }
            folder = PathText.folder(of: folder)
        }
    }

    func writer(_ run: Digest, _ number: Int) throws(ShardError) -> HoldWriter {
        try HoldWriter("\(store)/\(run.hex.prefix(16))-\(number)")
    }

    /// Deletes what is held, the case being over. The mark stays until all is gone.
    ///
    /// - Returns: How many files were deleted.
    public static func lift(_ store: String, caseName: String) throws(JobError) -> Int {
        guard let found = try read(store) else { throw JobError(.usage, "\(store) is no store of a legal hold") }
        guard found == caseName else {
            throw JobError(.usage, "\(store) is held for the case \(found), not for \(caseName); nothing was deleted")
        }
        var count = 0
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: store).sorted() where name != mark {
                let folder = "\(store)/\(name)"
                count += try FileManager.default.contentsOfDirectory(atPath: folder).count
                try FileManager.default.removeItem(atPath: folder)
            }
            try FileManager.default.removeItem(atPath: "\(store)/\(mark)")
        } catch {
            throw JobError(.couldNotRun, "\(store): \(error.localizedDescription); run it again")
        }
        return count
    }
}
