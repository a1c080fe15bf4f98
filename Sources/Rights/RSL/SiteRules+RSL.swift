internal import Canonical
internal import Provenance

extension SiteRules {
    /// What is known of a document that another file names.
    static func rsl(_ file: SiteFile) -> Known<RSLDocument> {
        switch file.outcome {
        case .absent: return .absent
        case .refused: return .refused
        case .unreachable: return .unreadable(file.reason)
        case .found: break
        }
        if file.isCut { return .unreadable("longer than the reader's limit") }
        do throws(RSLFault) {
            return .found(try RSLDocument.parse(file.body), file.digest ?? Digest(of: file.body))
        } catch {
            return .unreadable("no valid document: \(error.reason), at byte \(error.offset)")
        }
    }
}
