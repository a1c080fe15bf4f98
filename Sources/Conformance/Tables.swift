internal import Canonical
internal import Foundation
internal import Rights
internal import Synchronization

/// The project's signal tables, read once: from the folder that `$MUNIMENT_SIGNALS` names, else `config/signals`.
enum Tables {
    private static let known = Mutex<SignalTables?>(nil)

    static func shared() throws(VectorFault) -> SignalTables {
        if let tables = known.withLock({ $0 }) { return tables }
        let folder = ProcessInfo.processInfo.environment["MUNIMENT_SIGNALS"] ?? "config/signals"
        var files: [(name: String, path: String, text: String)] = []
        for name in SignalTables.fileNames {
            let path = folder + "/" + name
            guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
            else { throw VectorFault("\(path): no such signal table; name its folder with MUNIMENT_SIGNALS") }
            files.append((name, path, text))
        }
        do throws(ConfigError) {
            let tables = try SignalTables(files: files)
            known.withLock { $0 = tables }
            return tables
        } catch {
            throw VectorFault("\(error)")
        }
    }
}
