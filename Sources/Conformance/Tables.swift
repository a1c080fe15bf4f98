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
        do throws(ConfigError) {
            let tables = try SignalTables(folder: folder) { path in
                FileManager.default.contents(atPath: path).flatMap { String(data: $0, encoding: .utf8) }
            }
            known.withLock { $0 = tables }
            return tables
        } catch {
            throw VectorFault("\(error) (MUNIMENT_SIGNALS names that folder here)")
        }
    }
}
