public import Canonical
internal import Foundation
internal import Shards

/// A folder of packs, with the parts they include in `parts/` below it.
public struct PackFolder: Sendable {
    private let path: String

    public init(_ path: String) { self.path = path }

    /// The folder that a pack file lies in.
    public init(beside file: String) {
        let folder = PathText.folder(of: file)
        path = folder.isEmpty ? "." : folder
    }

    /// Every pack file, by name.
    ///
    /// - Throws: ``JobError`` `usage` for a folder that cannot be listed or a file that cannot be read.
    public func files() throws(JobError) -> [(file: String, text: String)] {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
            throw JobError(.usage, "\(path): the packs cannot be listed; name their folder with packs.directory")
        }
        var files: [(file: String, text: String)] = []
        for name in names.sorted() where name.hasSuffix(".yaml") {
            let file = path + "/" + name
            do throws(ConfigError) {
                files.append((file, try SettingsFile.text(file, advice: "name the packs' folder with packs.directory")))
            } catch {
                throw JobError(error)
            }
        }
        return files
    }

    /// The text of a part; nil if there is none of that name.
    ///
    /// - Throws: ``ConfigError`` for one that is there and cannot be read.
    public func part(_ name: String) throws(ConfigError) -> (file: String, text: String)? {
        let file = "\(path)/parts/\(name).yaml"
        guard OutputFile.exists(file) else { return nil }
        return (file, try SettingsFile.text(file, advice: "mend the part, or the include that names it"))
    }
}
