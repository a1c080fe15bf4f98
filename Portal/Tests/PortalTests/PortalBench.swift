import Canonical
import Foundation
import Ledger
import Registry
import Synchronization
import WebAddress

@testable import Portal

/// A registry of its own for a test, with a portal over it.
struct PortalBench {
    static let suffixes = Array(
        """
        // ===BEGIN ICANN DOMAINS===
        com
        org
        example
        // ===END ICANN DOMAINS===

        """.utf8)

    let folder: String
    let key: SigningKey
    let store: RegistryStore
    let places = Places()
    let mailboxes = Mailboxes()
    var settings: PortalSettings

    init() throws {
        folder = NSTemporaryDirectory() + "portal-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        key = try SigningKey(newNamed: "registry.example")
        store = try RegistryStore.create(folder + "/registry.db", origin: "registry.example", at: .now)
        settings = PortalSettings(store: folder + "/registry.db", base: "https://registry.example")
        settings.publicSuffixList = folder + "/suffixes"
        settings.limits.reads = 100_000
        settings.limits.filings = 100_000
        settings.limits.looks = 100_000
        settings.limits.headSeconds = 3600
        try Data((key.text + "\n").utf8).write(to: URL(fileURLWithPath: settings.key))
        try Data(Self.suffixes).write(to: URL(fileURLWithPath: settings.publicSuffixList))
    }

    func portal() async throws -> Portal { try await Portal(settings, finder: places, sender: mailboxes) }

    func close() { try? FileManager.default.removeItem(atPath: folder) }

    /// Publishes a notice over some sources and lets two channels show it.
    func publish(_ sources: [String], id: String = "N-1") throws {
        let list = sources.map { "\"\($0)\"" }.joined(separator: ", ")
        let text = """
            id: \(id)
            controller: {name: "Example <i>Research</i> & Co"}
            purposes: [pretrain]
            commercial: true
            sources: [\(list)]
            territories: [CN]
            collection: {from: 2026-01-01, to: 2030-01-01}
            how_to_object: {web: "https://registry.example/en/object"}
            channels: ["https://registry.example/a", "https://registry.example/b"]
            """
        let record = try NoticeRecord(
            ConfigNode.read(text, file: "notice"), publicSuffixList: .init(contents: Self.suffixes))
        try store.draft(record, at: .now)
        try store.publish(notice: id, at: .now)
        for channel in record.channels { try store.probe(notice: id, channel: channel, found: true, at: .now) }
    }

    @discardableResult
    func file(_ kind: String, _ value: String, contact: String, isPersonal: Bool = false) throws -> String {
        let filing = ObjectionFiling(
            objector: Objector(name: "Ann", kind: .author, contact: contact), scopes: [.init(kind: kind, value: value)],
            goodFaith: true, authority: true, isPersonal: isPersonal, channel: "test")
        return try store.file(filing, publicSuffixList: Self.suffixes, key: key, at: .now).get().objection
    }
}

/// Hosts on which an objector puts texts.
final class Places: ProofFinder {
    private let texts = Mutex<[String: String]>([:])

    func put(_ text: String, at host: String) { texts.withLock { $0[host] = text } }

    func found(_ method: ProofMethod, at host: String) async throws -> String { texts.withLock { $0[host] ?? "" } }
}

/// Mailboxes that messages arrive in.
final class Mailboxes: CodeSender {
    private let messages = Mutex<[(to: String, subject: String, text: String)]>([])
    private let isFull = Mutex(false)

    func send(_ code: StandingChallenge, _ subject: String, _ text: String, at: Timestamp) async throws {
        messages.withLock { $0.append((code.host, subject, text)) }
    }

    func tell(_ address: MailAddress, _ subject: String, _ text: String, at: Timestamp) async throws {
        struct Full: Error {}
        if isFull.withLock({ $0 }) { throw Full() }
        messages.withLock { $0.append((address.description, subject, text)) }
    }

    /// Lets no message through while they are full.
    func fill(_ isFull: Bool) { self.isFull.withLock { $0 = isFull } }

    /// Subject and text of all that came to an address.
    func read(_ address: String) -> [String] {
        messages.withLock { $0.filter { $0.to == address }.map { $0.subject + "\n" + $0.text } }
    }

    /// The last code that came there.
    func code(_ address: String) -> String? {
        read(address).last?.split(separator: "\n").first { $0.hasPrefix("muniment-mailbox=") }.map(String.init)
    }
}
