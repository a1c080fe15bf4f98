internal import Canonical
public import Provenance

/// The site files of one origin, parsed once and asked for every URL of it.
public final class SiteRules: Sendable {
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

        var file: File? {
            guard case .found(let file, _) = self else { return nil }
            return file
        }

        /// Whether there is a file of this protocol, readable or not.
        var isFile: Bool {
            switch self {
            case .found, .refused, .unreadable: true
            case .absent, .notImplemented: false
            }
        }
    }

    public let files: [SiteFile]
    /// The last of each name, in order of name.
    private let latest: [SiteFile]
    /// Nil if nobody asked for the file.
    let robots: Known<RobotsFile>?
    let tdmrep: Known<TDMRepFile>?
    /// At each place where somebody looked.
    let trustTxt: [Known<TrustTxt>]
    /// False where the first place has no file and nobody looked at the second.
    let isTrustTxtSettled: Bool
    let aiTxt: Known<AITxt.Outcome>?
    /// The same, read as a robots file, whose form it borrows: for lines that are no rules and mean one.
    let aiTxtLines: RobotsFile?
    /// RSL documents that robots.txt names, found or not, by the canonical text of the URL it names.
    let rslFiles: [String: SiteFile]
    /// The same, parsed.
    let rslDocuments: [String: Known<RSLDocument>]
    /// Policies that tdmrep.json names, found or not, by the canonical text of the URL it names.
    let policyFiles: [String: SiteFile]
    /// What the policies say, by the same names.
    let policies: [String: TDMPolicy.Outcome]

    /// - Parameter files: Of one origin; of several of one name, the last counts. Documents that none of the other
    ///   files names any more are left out.
    public init(_ files: [SiteFile]) {
        let robots = files.last { $0.kind == .robots }.map(Self.crawling)
        let tdmrep = files.last { $0.kind == .tdmrep }.map(Self.reserving)
        let documents = Set((robots?.file?.documents ?? []).map(\.text))
        let policies = Set((tdmrep?.file?.policies ?? []).map(\.text))
        let named = files.filter { file in
            switch file.kind {
            case .rsl: documents.contains(file.asked)
            case .tdmPolicy: policies.contains(file.asked)
            default: true
            }
        }
        // In one order, whoever gathered them, so that a row does not depend on that.
        self.files = named.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
            .map(\.element)
        latest = zip(self.files, self.files.dropFirst().map { Optional($0.name) } + [nil])
            .filter { $0.name != $1 }.map(\.0)
        (self.robots, self.tdmrep) = (robots, tdmrep)
        rslFiles = Self.byURL(self.files, .rsl)
        rslDocuments = rslFiles.mapValues(Self.rsl)
        policyFiles = Self.byURL(self.files, .tdmPolicy)
        self.policies = policyFiles.mapValues(Self.policy)
        trustTxt = [SiteFileKind.trustTxt, .trustTxtWellKnown].compactMap { kind in
            files.last { $0.kind == kind }.map(Self.trusted)
        }
        let isSecond = files.contains { $0.kind == .trustTxtWellKnown }
        isTrustTxtSettled = isSecond || (files.last { $0.kind == .trustTxt }.map(Self.trusted)?.isFile ?? false)
        let forAI = files.last { $0.kind == .aiTxt }
        aiTxt = forAI.map(Self.forAI)
        aiTxtLines = if case .found? = aiTxt { forAI.map { RobotsFile.parse($0.body) } } else { nil }
    }

    private static func byURL(_ files: [SiteFile], _ kind: SiteFileKind) -> [String: SiteFile] {
        Dictionary(files.filter { $0.kind == kind }.map { ($0.asked, $0) }) { _, later in later }
    }

    /// The parsed robots file, for sitemaps and delays; nil if there is none to be read.
    public var robotsFile: RobotsFile? {
        robots?.file
    }

    /// The parsed tdmrep.json, for the policies it names; nil if there is none to be read.
    public var tdmrepFile: TDMRepFile? { tdmrep?.file }

    func file(_ kind: SiteFileKind) -> SiteFile? { files.last { $0.kind == kind } }

    /// The files of a kind that count, in order of name.
    func files(_ kind: SiteFileKind) -> [SiteFile] { latest.filter { $0.kind == kind } }
}
