internal import Canonical
internal import Provenance

/// What each kind of site file holds.
extension SiteRules {
    /// Bytes that are no text, and a cut file without one whole line, may hold any rule.
    static func crawling(_ file: SiteFile) -> Known<RobotsFile> {
        known(file) { body in
            guard ByteText.isText(body[...]) else { return .unreadable(noText) }
            guard !file.isCut || !body.isEmpty else { return .unreadable("longer than the limit, in one line") }
            let rules = RobotsFile.parse(body, isCut: file.isCut, mayBePast: !file.reason.isEmpty)
            if !rules.saysAnything, !ByteText.isUTF8(body) { return .unreadable(noText) }
            return .found(rules, file.digest ?? Digest(of: body))
        }
    }

    static func reserving(_ file: SiteFile) -> Known<TDMRepFile> {
        known(file) { body in
            if file.isCut { return .unreadable(cut) }
            return switch TDMRepFile.parse(body) {
            case .rules(let rules): .found(rules, file.digest ?? Digest(of: body))
            case .notImplemented: .notImplemented
            case .unreadable(let reason): .unreadable(reason)
            }
        }
    }

    /// A document that another file names.
    static func rsl(_ file: SiteFile) -> Known<RSLDocument> {
        known(file) { body in
            if file.isCut { return .unreadable(cut) }
            do throws(RSLFault) {
                return .found(try RSLDocument.parse(body), file.digest ?? Digest(of: body))
            } catch {
                return .unreadable("no valid document: \(error.reason), at byte \(error.offset)")
            }
        }
    }

    static func trusted(_ file: SiteFile) -> Known<TrustTxt> {
        known(file) { body in
            guard ByteText.isText(body[...]) else { return .unreadable(noText) }
            return switch TrustTxt.parse(body) {
            // What could not be read may hold a no; what stands before the cut is a no already.
            case .file(let found) where file.isCut && found.answer != .denied: .unreadable(cut)
            case .file(let found) where found.answer != .denied && !ByteText.isUTF8(body): .unreadable(noText)
            case .file(let found): .found(found, file.digest ?? Digest(of: body))
            case .notImplemented: file.isCut ? .unreadable(cut) : .notImplemented
            }
        }
    }

    static func forAI(_ file: SiteFile) -> Known<AITxt.Outcome> {
        known(file) { body in
            guard ByteText.isText(body[...]) else { return .unreadable(noText) }
            if file.isCut || body.count > AITxt.limit { return .unreadable(cut) }
            let found = AITxt.parse(body)
            if case .other(let other) = found, other.refusal == nil, !ByteText.isUTF8(body) {
                return .unreadable(noText)
            }
            return .found(found, file.digest ?? Digest(of: body))
        }
    }

    static func policy(_ file: SiteFile) -> TDMPolicy.Outcome {
        switch file.outcome {
        case .absent: .unknown("not there")
        case .refused: .unknown("refused")
        case .unreachable: .unknown(file.reason)
        case .found: file.isCut ? .unknown(cut) : TDMPolicy.parse(file.body)
        }
    }

    private static let noText = "no UTF-8 text"
    private static let cut = "longer than the reader's limit"

    /// What the fetch came to, and for a body that is there, what it holds.
    private static func known<File>(_ file: SiteFile, _ read: ([UInt8]) -> Known<File>) -> Known<File> {
        switch file.outcome {
        case .absent: .absent
        case .refused: .refused
        case .unreachable: .unreadable(file.reason)
        case .found: read(file.body)
        }
    }
}
