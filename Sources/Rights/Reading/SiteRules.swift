internal import Canonical
public import Provenance

/// The site files of one origin, parsed once and asked for every URL of it.
public struct SiteRules: Sendable {
    /// What is known of a site file.
    enum Known<File: Sendable>: Sendable {
        case found(File, Digest)
        case absent
        /// 4xx other than 404, 410 and 429.
        case refused
        /// Not reached, or there and not to be read; the reason in words.
        case unreadable(String)
        /// No implementation of the protocol in what was found.
        case notImplemented
    }

    public let files: [SiteFile]
    /// Nil if nobody asked for the file.
    let robots: Known<RobotsFile>?
    let tdmrep: Known<TDMRepFile>?

    /// - Parameter files: Of one origin; of several of one kind, the last counts.
    public init(_ files: [SiteFile]) {
        self.files = files
        robots = files.last { $0.kind == .robots }.map(Self.robots)
        tdmrep = files.last { $0.kind == .tdmrep }.map(Self.tdmrep)
    }

    /// The parsed robots file, for sitemaps and delays; nil if there is none to be read.
    public var robotsFile: RobotsFile? {
        guard case .found(let file, _)? = robots else { return nil }
        return file
    }

    func file(_ kind: SiteFileKind) -> SiteFile? { files.last { $0.kind == kind } }

    private static func robots(_ file: SiteFile) -> Known<RobotsFile> {
        switch file.outcome {
        case .absent: .absent
        case .refused: .refused
        case .unreachable: .unreadable(file.reason)
        case .found: .found(RobotsFile.parse(file.body), file.digest ?? Digest(of: file.body))
        }
    }

    private static func tdmrep(_ file: SiteFile) -> Known<TDMRepFile> {
        switch file.outcome {
        case .absent: return .absent
        case .refused: return .refused
        case .unreachable: return .unreadable(file.reason)
        case .found: break
        }
        if file.isCut { return .unreadable("longer than the reader's limit") }
        switch TDMRepFile.parse(file.body) {
        case .rules(let rules): return .found(rules, file.digest ?? Digest(of: file.body))
        case .notImplemented: return .notImplemented
        case .unreadable(let reason): return .unreadable(reason)
        }
    }
}
