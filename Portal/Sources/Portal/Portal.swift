internal import Canonical
internal import Foundation
internal import Jobs
internal import Ledger
internal import Logging
internal import Registry
internal import WebAddress

/// The registry's public face: what all its pages and its API rest on.
public final class Portal: Sendable {
    let settings: PortalSettings
    let log: PublicLog
    let board: NoticeBoard
    let lookups: LookupDesk
    let filings: FilingDesk
    let unclaimed: UnclaimedShelf
    let pages: Pages
    let forms: FormGuard
    let faults: Faults
    let limiter: RateLimiter
    let resources: String

    /// Opens store, key, indexes and texts.
    ///
    /// - Parameters:
    ///   - finder: Looks for proof at hosts.
    ///   - sender: Sends codes to mailboxes; nil if this registry sends no mail.
    /// - Throws: What keeps it from beginning, in words.
    public init(_ settings: PortalSettings, finder: any ProofFinder, sender: (any CodeSender)? = nil) async throws {
        self.settings = settings
        let key = try SigningKey(text: Self.text(settings.key))
        let suffixes = try PublicSuffixList(contents: Array(Self.data(settings.publicSuffixList)))
        // Reading has a connection of its own, so that filings wait for nobody who looks things up.
        let writing = StoreDesk(try RegistryStore.open(settings.store), label: "writing")
        let reading = StoreDesk(try RegistryStore.open(settings.store), label: "reading")
        log = PublicLog(reading, key: key, headSeconds: settings.limits.headSeconds)
        board = NoticeBoard(reading, log, key: key, base: settings.base)
        lookups = LookupDesk(desk: reading, board: board, shelf: try RunShelf(settings.runs), suffixes: suffixes)
        unclaimed = try UnclaimedShelf(settings.settlements)
        filings = FilingDesk(desk: writing, key: key, suffixes: suffixes, finder: finder, sender: sender)
        let folder = Self.resourceFolder
        resources = folder
        pages = try Pages(folder: folder + "/pages", texts: Texts(folder: folder + "/texts"))
        forms = FormGuard(desk: reading, isSecure: settings.isSecure)
        faults = Faults(pages: pages, logger: Logger(label: "muniment-portal"))
        limiter = RateLimiter(settings.limits)
        // A log that is not what its heads say is told at once, and not when the first objection comes.
        _ = try await log.head()
    }

    /// Where texts, templates and style lie.
    static var resourceFolder: String { Bundle.module.bundleURL.appendingPathComponent("Resources").path }

    private static func data(_ path: String) throws -> Data {
        do { return try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
            throw PortalError(.cannotStart, "\(path): cannot be read: \(error.localizedDescription)")
        }
    }

    private static func text(_ path: String) throws -> String { String(decoding: try data(path), as: UTF8.self) }

    func resource(_ name: String) throws -> [UInt8] { Array(try Self.data("\(resources)/\(name)")) }
}
