import Canonical
import Foundation
import Ledger
import Registry
import Testing

@testable import Jobs

@Suite("Proofs of standing by the command line: codes by real mail, signatures by keys on a real site", .serialized)
struct StandingProofTests {
    /// A registry made by the command line, with one objection.
    private struct Desk {
        let folder: String
        let id: String

        init(_ scope: String, contact: String = "ann@site.example") throws {
            folder = NSTemporaryDirectory() + "proof-" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data("example\ncom\n".utf8).write(to: URL(fileURLWithPath: folder + "/suffixes"))
            _ = try Command(["registry", "init", "--store", "r.db", "--origin", "example.org/registry"], in: folder)
            let filed = try Command(
                [
                    "registry", "object", "--store", "r.db", "--name", "Ann", "--contact", contact, "--scope", scope,
                    "--statement", "--psl", "suffixes",
                ], in: folder)
            #expect(filed.code == 0, "\(filed.complaints)")
            id = try JSONReader.read(Array(filed.output.utf8))["objection"]?.string ?? ""
        }

        func settings(_ more: String) throws {
            let text = """
                operator: {product: TestBot, version: "1", contact: "https://operator.example/bot", email: bot@operator.example}
                profile: {}
                packs: {directory: packs, active: [eu]}
                \(more)
                """
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/config.yaml"))
        }

        func verify(_ arguments: String...) throws -> Command {
            try Command(
                ["registry", "verify", id, "--store", "r.db", "--config", "config.yaml", "--psl", "suffixes", "--json"]
                    + arguments, in: folder)
        }

        func state() throws -> String? {
            let told = try Command(["registry", "status", id, "--store", "r.db", "--json"], in: folder)
            return try JSONReader.read(Array(told.output.utf8))["state"]?.string
        }
    }

    @Test("The contact is told of a withdrawal and of a counter-notice, or whoever gives the command is told to do it")
    func contactIsTold() throws {
        let desk = try Desk("host:www.site.example")
        try desk.settings("registry: {mail: {from: registry@operator.example, spool: mail}}")
        func registry(_ words: String...) throws -> Command {
            try Command(["registry"] + words + ["--store", "r.db"], in: desk.folder)
        }
        func mails() throws -> [String] {
            let folder = desk.folder + "/mail"
            guard FileManager.default.fileExists(atPath: folder) else { return [] }
            return try FileManager.default.contentsOfDirectory(atPath: folder).map {
                String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")), as: UTF8.self)
            }
        }
        #expect(try registry("verify", desk.id, "--standing", "L2", "--method", "document").code == 0)
        let quiet = try registry("withdraw", desk.id, "--standing", "L2")
        #expect(quiet.code == 0 && quiet.complaints.contains("was not written to"), "\(quiet.complaints)")
        #expect(try registry("decide", desk.id, "stop", "--reason", "not_me").code == 0)
        let told = try registry("withdraw", desk.id, "--standing", "L2", "--config", "config.yaml")
        #expect(told.code == 0 && told.complaints.contains("the contact was written to"), "\(told.complaints)")
        #expect(try mails().count == 1)
        #expect(try mails().allSatisfy { $0.contains("To: <ann@site.example>") && $0.contains("a withdrawal of") })
        #expect(try registry("decide", desk.id, "stop", "--reason", "not_me").code == 0)
        let contested = try registry("decide", desk.id, "contest", "--standing", "L2", "--config", "config.yaml")
        #expect(contested.code == 0, "\(contested.complaints)")
        #expect(try mails().filter { $0.contains("a counter-notice to") }.count == 1)
    }

    @Test("A code goes to the mailbox by SMTP and nowhere else, and comes back once")
    func smtp() throws {
        let server = MailServer()
        defer { server.stop() }
        let desk = try Desk("host:www.site.example")
        try desk.settings(
            "registry: {mail: {from: registry@operator.example, smtp: \"smtp://127.0.0.1:\(server.port)\"}}")
        let sent = try desk.verify("--challenge", "--method", "mailbox")
        #expect(sent.code == 0, "\(sent.complaints)")
        let message = try #require(server.messages.first)
        #expect(message.from == "registry@operator.example" && message.to == ["ann@site.example"])
        #expect(message.lines.contains("Auto-Submitted: auto-generated"))
        #expect(message.lines.contains { $0.contains(desk.id) })
        let code = try #require(message.word(after: "muniment-mailbox="))
        #expect(!sent.output.contains(code) && !sent.complaints.contains(code))
        #expect(!message.lines.prefix { !$0.isEmpty }.joined().contains(code), "the head is logged by servers")
        #expect(try desk.verify("--code", "muniment-mailbox=" + String(code.reversed())).code == 1)
        #expect(try desk.state() == "STANDING_PENDING")
        // A code may begin with a hyphen, so it is given as it was sent.
        #expect(try desk.verify("--code", "muniment-mailbox=" + code).code == 0)
        #expect(try desk.state() == "EFFECTIVE")
        let again = try desk.verify("--code", "muniment-mailbox=" + code)
        #expect(again.code == 1 && again.complaints.contains("used_nonce"))
    }

    @Test("A server that does not take the mail on is told with its answer, and nothing is shown")
    func refused() throws {
        let server = MailServer(refusing: "550 no such mailbox")
        defer { server.stop() }
        let desk = try Desk("host:www.site.example")
        try desk.settings(
            "registry: {mail: {from: registry@operator.example, smtp: \"smtp://127.0.0.1:\(server.port)\"}}")
        let sent = try desk.verify("--challenge", "--method", "mailbox")
        #expect(sent.code == 3 && sent.complaints.contains("550"), "\(sent.complaints)")
        #expect(server.messages.isEmpty)
        #expect(try desk.state() == "STANDING_PENDING")
    }

    @Test("Or the message is put into a spool that its owner alone can read")
    func spool() throws {
        let desk = try Desk("host:www.site.example", contact: "ann@agency.example")
        try desk.settings("registry: {mail: {from: registry@operator.example, spool: out/mail}}")
        #expect(try desk.verify("--challenge", "--method", "mailbox").complaints.contains("bad_mailbox"))
        let sent = try desk.verify("--challenge", "--method", "mailbox", "--mailbox", "webmaster@site.example")
        #expect(sent.code == 0, "\(sent.complaints)")
        let spool = desk.folder + "/out/mail"
        let names = try FileManager.default.contentsOfDirectory(atPath: spool)
        #expect(names.count == 1 && names[0].hasSuffix(".eml"))
        let rights = try FileManager.default.attributesOfItem(atPath: spool)[.posixPermissions] as? Int
        #expect(rights == 0o700)
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(spool)/\(names[0])")), as: UTF8.self)
        #expect(text.contains("To: <webmaster@site.example>\r\n"))
        let code = try #require(text.split(separator: "\r\n").first { $0.hasPrefix("muniment-mailbox=") })
        #expect(try desk.verify("--code", String(code)).code == 0)
        #expect(try desk.state() == "EFFECTIVE")
    }

    @Test(
        "Settings of mail that cannot be meant",
        arguments: [
            "{from: nobody, smtp: \"smtp://127.0.0.1:25\"}", "{from: a@b.example}", "{smtp: \"smtp://127.0.0.1:25\"}",
            "{from: a@b.example, smtp: \"http://127.0.0.1:25\"}", "{from: a@b.example, smtp: \"smtp://u@h:25\"}",
            "{from: a@b.example, smtp: \"smtp://127.0.0.1:25\", spool: x}",
        ])
    func settings(_ mail: String) throws {
        #expect(throws: ConfigError.self) {
            try RegistrySettings(ConfigNode.read("mail: \(mail)", file: "s.yaml"), folder: "")
        }
    }

    @Test(
        "A statement signed by a key that stands in the well-known file shows L3, once",
        .enabled(if: TLSSite.isPossible))
    func signature() throws {
        let key = try SigningKey(newNamed: "site.example")
        let site = try TLSSite(
            host: "site.example",
            files: [".well-known/muniment-objection.txt": "muniment-key=\(key.verifying.text)\n"])
        defer { site.stop() }
        let desk = try Desk("isbn:9783161484100", contact: "rights@mail.site.example")
        try desk.settings(
            """
            crawl:
              connect_to: {site.example: "127.0.0.1:\(site.port)"}
              allow_addresses: ["127.0.0.0/8"]
              certificate_authorities: \(site.certificate)
            """)
        let given = try desk.verify("--challenge", "--method", "signature")
        #expect(given.code == 0 && given.complaints.contains("site.example"), "\(given.complaints)")
        try Data(given.output.utf8).write(to: URL(fileURLWithPath: desk.folder + "/statement.json"))
        func sign(_ key: SigningKey, _ name: String) throws {
            try Data((key.text + "\n").utf8).write(to: URL(fileURLWithPath: desk.folder + "/my.key"))
            let signed = try Command(["registry", "sign", "statement.json", "--key", "my.key"], in: desk.folder)
            #expect(signed.code == 0 && signed.complaints.contains("muniment-key=\(key.verifying.text)"))
            try Data(signed.output.utf8).write(to: URL(fileURLWithPath: desk.folder + "/" + name))
        }
        try sign(SigningKey(newNamed: "site.example"), "strange.json")
        let strange = try desk.verify("--signature", "strange.json", "--method", "well-known")
        #expect(strange.code == 1 && strange.complaints.contains("no_proof"), "\(strange.complaints)")
        try sign(key, "signed.json")
        #expect(try desk.state() == "STANDING_PENDING")
        let taken = try desk.verify("--signature", "signed.json", "--method", "well-known")
        #expect(taken.code == 0, "\(taken.complaints)")
        #expect(try desk.state() == "EFFECTIVE")
        let again = try desk.verify("--signature", "signed.json", "--method", "well-known")
        #expect(again.code == 1 && again.complaints.contains("used_nonce"))
    }
}
