/// Gathers faults as they are found, a bounded number of each file.
final class AuditLog {
    private static let limit = 20

    private var found: [AuditFault] = []
    private var perFile: [String: Int] = [:]
    /// What folders that were listed hold, so that none is listed twice.
    var names: [String: [String]] = [:]

    func add(_ kind: AuditFault.Kind, _ file: String, _ problem: String) {
        let count = perFile[file, default: 0]
        perFile[file] = count + 1
        if count < Self.limit { found.append(AuditFault(file: file, kind: kind, problem: problem)) }
    }

    /// Whether anything is wrong with a file.
    func has(_ file: String) -> Bool { perFile[file] != nil }

    var isEmpty: Bool { perFile.isEmpty }

    /// Every fault, with a last one of each file that says how many are not listed.
    var faults: [AuditFault] {
        let more = perFile.filter { $0.value > Self.limit }.sorted { $0.key < $1.key }.map { file, count in
            AuditFault(file: file, kind: .row, problem: "\(count - Self.limit) more of the kind")
        }
        return found + more
    }
}
