import Canonical
import Foundation
import Registry
import Testing

@testable import Jobs

@Suite(
    "Hostile registrations by the command line: each is refused with its code, and nothing else is lost", .serialized)
struct HostileFilingTests {
    /// A registry with one good objection.
    private struct Desk {
        let folder: String

        /// - Parameter days: How long ago the registry was made and the objection filed.
        init(days: Int = 0) throws {
            folder = NSTemporaryDirectory() + "hostile-" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let list =
                "// ===BEGIN ICANN DOMAINS===\ncom\norg\nexample\nuk\nco.uk\n// ===END ICANN DOMAINS===\n// ===BEGIN PRIVATE DOMAINS===\ngithub.io\n// ===END PRIVATE DOMAINS===\n"
            try Data(list.utf8).write(to: URL(fileURLWithPath: folder + "/suffixes"))
            let at = ["--at", Self.time(days: -days)]
            _ = try Command(
                ["registry", "init", "--store", "r.db", "--origin", "example.org/registry"] + at, in: folder)
            #expect(try file(scope: ("host", "good.example"), contact: "good@good.example", more: at).code == 0)
        }

        /// Now, or days from now.
        static func time(days: Int) -> String {
            Timestamp(seconds: Int64(Date().timeIntervalSince1970) + Int64(days) * 86_400).description
        }

        func file(_ form: [UInt8], more: [String] = []) throws -> Command {
            try Command(
                ["registry", "object", "--store", "r.db", "--form", "-", "--psl", "suffixes", "--json"] + more,
                in: folder, input: form)
        }

        func file(
            scope: (kind: String, value: String), contact: String = "ann@bad.example", name: String = "Ann",
            evidence: [String] = [], more: [String] = []
        ) throws -> Command {
            let form = JSONValue.object([
                .init("authority", .bool(true)), .init("evidence", .array(evidence.map { .string($0) })),
                .init("good_faith", .bool(true)),
                .init("objector", .object([.init("contact", .string(contact)), .init("name", .string(name))])),
                .init(
                    "scope",
                    .array([.object([.init("kind", .string(scope.kind)), .init("value", .string(scope.value))])])),
            ])
            return try file(form.canonicalBytes, more: more)
        }

        /// What stands, and whether the whole log is as it was written.
        func standing() throws -> [String] {
            #expect(try Command(["registry", "log", "--check", "--store", "r.db"], in: folder).code == 0)
            let told = try Command(["registry", "status", "--store", "r.db", "--json"], in: folder)
            return try told.output.split(separator: "\n").flatMap { line in
                try JSONReader.read(Array(line.utf8))["scope"]?.array?.compactMap(\.string) ?? []
            }
        }
    }

    private static let injected = "'; DROP TABLE event; --<script>alert(1)</script>"

    static let scopes: [(kind: String, value: String, code: RefusalCode)] =
        [
            ("url", "https://example.com/a https://example.com/b", .unparseable),
            ("url", "https://example.com/a\nhttps://example.com/b", .unparseable),
            ("domain", "co.uk", .publicSuffix), ("domain", "github.io", .publicSuffix),
            ("domain", "com", .bareTopLevel),
            ("domain", "192.0.2.7", .address), ("host", "192.0.2.0/24", .addressBlock),
            ("domain", "2001:db8::/32", .addressBlock), ("host", "*.example.com", .wildcard),
            ("prefix", "https://example.com/*", .wildcard), ("host", "раypal.com", .mixedScript),
            ("url", "https://xn--ypal-43d9g.com/", .mixedScript), ("url", "https://ann:pw@example.com/", .userinfo),
            ("url", "https://example.com/" + String(repeating: "a", count: 9000), .tooLong),
            ("everything", "example.com", .badKind), (injected, "example.com", .badKind),
        ] + ScopeKind.allCases.map { ($0.rawValue, injected, .unparseable) }

    @Test("Scopes", arguments: scopes)
    func scope(kind: String, value: String, code: RefusalCode) throws {
        let desk = try Desk()
        let told = try desk.file(scope: (kind, value))
        let json = try JSONReader.read(Array(told.output.utf8))
        #expect(told.code == 1 && json["refused"]?.string == code.rawValue, "\(told.output)")
        #expect((json["reason"]?.string?.count ?? 0) > 10)
        #expect(try desk.standing() == ["host good.example"])
    }

    @Test("SQL and HTML in every field of words is kept as it is, or refused, and does nothing")
    func fields() throws {
        let desk = try Desk()
        let taken = try desk.file(
            scope: ("host", "bad.example"), name: Self.injected, evidence: [Self.injected])
        #expect(taken.code == 0, "\(taken.complaints)")
        let contact = try desk.file(scope: ("host", "bad.example"), contact: Self.injected)
        #expect(try JSONReader.read(Array(contact.output.utf8))["refused"]?.string == "bad_field")
        let key = try desk.file(Array("{\"\(Self.injected)\":1}".utf8))
        #expect(try JSONReader.read(Array(key.output.utf8))["refused"]?.string == "bad_field")
        #expect(try desk.standing().sorted() == ["host bad.example", "host good.example"])
    }

    @Test("A form of 10 MB, and one that is nested a hundred thousand deep")
    func large() throws {
        let desk = try Desk()
        for (form, code) in [
            ([UInt8](repeating: UInt8(ascii: "x"), count: 10 << 20), "too_long"),
            ([UInt8](repeating: UInt8(ascii: "["), count: 60_000), "unparseable"),
        ] {
            let told = try desk.file(form)
            #expect(told.code == 1)
            #expect(try JSONReader.read(Array(told.output.utf8))["refused"]?.string == code)
        }
        #expect(try desk.standing() == ["host good.example"])
    }

    @Test("A flood of one contact: the 21st in a day is refused, and others are not")
    func flood() throws {
        let desk = try Desk()
        for number in 0..<20 {
            #expect(
                try desk.file(scope: ("host", "h\(number).example"), contact: "flood+\(number)@bad.example").code == 0)
        }
        let told = try desk.file(scope: ("host", "h20.example"), contact: "FLOOD@bad.example")
        #expect(try JSONReader.read(Array(told.output.utf8))["refused"]?.string == "rate_limited")
        #expect(try desk.file(scope: ("host", "h20.example"), contact: "other@bad.example").code == 0)
        #expect(try desk.standing().count == 22)
    }

    @Test("A nonce that is too old, or was used, shows nothing: the store refuses it whatever asks")
    func nonces() throws {
        let desk = try Desk(days: 5)
        let told = try Command(["registry", "status", "--store", "r.db", "--json"], in: desk.folder)
        let id = try #require(try JSONReader.read(Array(told.output.utf8))["objection"]?.string)
        let spool = "registry: {mail: {from: r@operator.example, spool: mail}}"
        let settings = """
            operator: {product: TestBot, version: "1", contact: "https://operator.example/bot", email: bot@operator.example}
            profile: {}
            packs: {directory: packs, active: [eu]}
            \(spool)
            """
        try Data(settings.utf8).write(to: URL(fileURLWithPath: desk.folder + "/config.yaml"))
        func verify(_ arguments: String...) throws -> Command {
            try Command(
                ["registry", "verify", id, "--store", "r.db", "--psl", "suffixes", "--config", "config.yaml"]
                    + arguments,
                in: desk.folder)
        }
        /// The code of the one message that is there.
        func code() throws -> String {
            let name = try #require(try FileManager.default.contentsOfDirectory(atPath: desk.folder + "/mail").first)
            let path = "\(desk.folder)/mail/\(name)"
            let mail = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
            try FileManager.default.removeItem(atPath: path)
            return String(try #require(mail.split(separator: "\r\n").first { $0.hasPrefix("muniment-mailbox=") }))
        }
        #expect(try verify("--challenge", "--method", "mailbox", "--at", Desk.time(days: -4)).code == 0)
        let old = try verify("--code", code())
        #expect(old.code == 1 && old.complaints.contains("expired_nonce"), "\(old.complaints)")
        #expect(try verify("--challenge", "--method", "mailbox").code == 0)
        let code = try code()
        #expect(try verify("--code", code).code == 0)
        let again = try verify("--code", code)
        #expect(again.code == 1 && again.complaints.contains("used_nonce"))
        #expect(try desk.standing() == ["host good.example"])
    }

    @Test("A time that is yet to come is refused: nothing could be filed until then")
    func future() throws {
        let desk = try Desk()
        let told = try desk.file(
            scope: ("host", "bad.example"), contact: "a@b.example", more: ["--at", "2999-01-01T00:00:00Z"])
        #expect(told.code == 2 && told.complaints.contains("later than now"), "\(told.complaints)")
        #expect(try desk.file(scope: ("host", "bad.example"), contact: "a@b.example").code == 0)
        #expect(try desk.standing().sorted() == ["host bad.example", "host good.example"])
    }

    @Test("A store that is no database, and a page in the copy of a web archive")
    func messages() throws {
        let desk = try Desk()
        try Data(String(repeating: "no database\n", count: 500).utf8).write(
            to: URL(fileURLWithPath: desk.folder + "/junk.db"))
        let junk = try Command(["registry", "status", "--store", "junk.db"], in: desk.folder)
        #expect(junk.code == 3 && junk.complaints.contains("it is no registry"), "\(junk.complaints)")
        let made = try Command(
            ["registry", "compile", "--store", "r.db", "--out", "s", "--psl", "suffixes"], in: desk.folder)
        #expect(made.code == 0, "\(made.complaints)")
        for (url, isBlocked) in [
            ("https://web.archive.org/web/2020/https://good.example/x", true),
            ("https://web.archive.org/web/2020/https://other.example/?u=https://fine.example/", false),
        ] {
            let told = try Command(["registry", "check", "--snapshot", "s", "--json", url], in: desk.folder)
            #expect(try JSONReader.read(Array(told.output.utf8))["blocked"]?.bool == isBlocked, "\(told.output)")
        }
    }
}
