import Foundation
import Shards
import Testing

@testable import Jobs

@Suite("exit codes: 1 a finding, 2 what cannot be meant, 3 what could not run", .serialized)
struct ExitCodeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let code: Int32
        let says: String
        let arguments: [String]

        init(_ code: Int32, _ says: String, _ arguments: String) {
            (self.code, self.says) = (code, says)
            self.arguments = arguments.split(separator: " ").map { $0 == "''" ? "" : String($0) }
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    private static let settings: [Case] = [
        Case(2, "none.yaml: there is no such file", "filter a.warc.gz --out o --no-registry --config none.yaml"),
        Case(2, "sub: is a folder", "filter a.warc.gz --out o --no-registry --config sub"),
        Case(2, "a.warc.gz: is not UTF-8 text", "filter a.warc.gz --out o --no-registry --config a.warc.gz"),
        Case(2, "no objection registry is named", "filter a.warc.gz --out o CONFIG"),
        Case(2, "exclude each other", "filter a.warc.gz --out o CONFIG --no-registry --registry r.jsonl"),
        Case(2, "--packs 'eu,eu'", "filter a.warc.gz --out o CONFIG --no-registry --packs eu,eu"),
        Case(2, "--packs ''", "filter a.warc.gz --out o CONFIG --no-registry --packs ''"),
        Case(2, "--rank -1", "filter a.warc.gz --out o CONFIG --no-registry --rank -1"),
        Case(2, "--workers 0", "filter a.warc.gz --out o CONFIG --no-registry --workers 0"),
        Case(2, "RFC 3339", "filter a.warc.gz --out o CONFIG --no-registry --at yesterday"),
        Case(2, "none.yaml: there is no such file", "policy check none.yaml"),
        Case(2, "none.yaml: there is no such file", "crawl --config none.yaml --no-registry"),
        Case(2, "none.yaml: there is no such file", "survey --out s --config none.yaml"),
        Case(2, "nopack.yaml:23: packs.active", "filter a.warc.gz --out o --no-registry --config nopack.yaml"),
        Case(2, "nodenial.yaml:1: no denial can be reached", "policy check nodenial.yaml"),
        Case(
            2, "contract.yaml:2: contracts[0]: contract C-1 ends",
            "filter a.warc.gz --out o --no-registry --config c.yaml"),
        Case(
            2, "mandate.yaml:9: mandates[0].repertoire[0]: mandate M-1, work W-1: its shares come to 1000001",
            "filter a.warc.gz --out o --no-registry --config m.yaml"),
        Case(
            2, "settings.infringing_list: either require, or \"none, because",
            "filter a.warc.gz --out o --no-registry --config reason.yaml"),
        Case(2, "flag.yaml:12: profile.commercial", "filter a.warc.gz --out o --no-registry --config flag.yaml"),
    ]

    private static let files: [Case] = [
        Case(3, "none.warc: there is no such file", "filter none.warc --out o CONFIG --no-registry"),
        Case(3, "nothing matches", "filter none*.warc --out o CONFIG --no-registry"),
        Case(2, "sub: no archive there", "filter sub --out o CONFIG --no-registry"),
        Case(2, "lz4 -d", "filter x.warc.lz4 --out o CONFIG --no-registry"),
        Case(3, "dangling/gone.warc.gz: is a link to nothing", "filter dangling --out o CONFIG --no-registry"),
        Case(2, "unxz", "filter x.warc.xz --out o CONFIG --no-registry"),
        Case(2, "ARC file", "filter x.arc --out o CONFIG --no-registry"),
        Case(2, "fifo: is a pipe", "filter fifo --out o CONFIG --no-registry"),
        Case(2, "device", "filter /dev/null --out o CONFIG --no-registry"),
        Case(3, "none: there is no snapshot", "filter a.warc.gz --out o CONFIG --registry none"),
        Case(3, "sub: it is no snapshot", "filter a.warc.gz --out o CONFIG --registry sub"),
        Case(3, "/dev/null: it is no folder", "filter a.warc.gz --out o CONFIG --registry /dev/null"),
        Case(3, "broken.jsonl: ", "filter a.warc.gz --out o CONFIG --registry broken.jsonl"),
        Case(3, "broken.jsonl: ", "registry show broken.jsonl"),
        Case(3, "none: there is no snapshot", "registry show none"),
        Case(3, "none: there is no such file", "registry compile none --out k"),
        Case(2, "broken.jsonl:1", "registry compile broken.jsonl --out k"),
        Case(3, "/dev/null: is a device", "registry compile empty --out k --psl /dev/null"),
        Case(3, ".: something else stands there", "registry compile empty --out ."),
        Case(2, "empty, which is read", "registry compile empty --out ./sub/../empty"),
        Case(3, "empty: not a Public Suffix List", "registry compile empty --out k --psl empty"),
        Case(3, "link: something else stands there", "registry compile empty --out link"),
        Case(3, "'': the name of a folder is due", "registry compile empty --out ''"),
        Case(3, "none: there is no such folder", "filter a.warc.gz --out o CONFIG --no-registry --site-evidence none"),
        Case(2, "empty: is a file", "filter a.warc.gz --out o CONFIG --no-registry --site-evidence empty"),
        Case(3, "sub: holds no part", "filter a.warc.gz --out o CONFIG --no-registry --site-evidence sub"),
        Case(2, "line 1: `.\"M", "survey --hosts x.warc.lz4 --out s CONFIG"),
        Case(2, "zeros: not valid YAML: control characters", "policy check zeros"),
        Case(2, "a.warc.gz is a file", "filter a.warc.gz --out a.warc.gz CONFIG --no-registry"),
        Case(2, "is not empty (a.warc.gz)", "filter a.warc.gz --out . CONFIG --no-registry"),
        Case(2, "is not empty (a.warc.gz)", "survey --from a.warc.gz --out . CONFIG"),
        Case(3, "none: there is no such folder", "explain http://a.example/ --in none"),
        Case(2, "sub is no output folder", "explain http://a.example/ --in sub"),
        Case(3, "none: there is no such folder", "run finish none"),
        Case(2, "sub is no output folder", "run sites sub"),
        Case(3, "none: there is no such file", "explain --html none --url http://a.example/ CONFIG --no-registry"),
    ]

    private static let explain: [Case] = [
        Case(2, "exclude each other", "explain --html empty --in o --url http://a.example/ CONFIG --no-registry"),
        Case(2, "--header is for --html", "explain http://a.example/ --in o --header a:b"),
        Case(2, "given by --url", "explain http://b.example --html empty --url http://a.example/ CONFIG --no-registry"),
        Case(2, "--header ':x'", "explain --html empty --url http://a.example/ CONFIG --no-registry --header :x"),
        Case(2, "one line", "explain --html empty --url http://a.example/ CONFIG --no-registry --header x:a\r\nb:1"),
        Case(2, "--status 99999", "explain --html empty --url http://a.example/ CONFIG --no-registry --status 99999"),
        Case(2, "--status -1", "explain --html empty --url http://a.example/ CONFIG --no-registry --status -1"),
        Case(2, "--out is for archives", "filter --jsonl --out o CONFIG --no-registry"),
    ]

    @Test("each command, each kind of bad flag, settings and file", arguments: settings + files + explain)
    func codes(_ test: Case) throws {
        let bench = try Workbench()
        let folder = bench.folder
        try bench.archive("a.warc.gz", Record.silentSite("a.example"))
        try OutputFile.makeFolder(folder + "/sub")
        try OutputFile.replace(folder + "/empty", with: [])
        try OutputFile.replace(folder + "/zeros", with: [0, 0])
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "nowhere")
        try OutputFile.makeFolder(folder + "/dangling")
        try bench.archive("dangling/a.warc.gz", Record.silentSite("a.example"))
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/dangling/gone.warc.gz", withDestinationPath: "nowhere.warc.gz")
        try OutputFile.replace(folder + "/x.warc.xz", with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00, 0x04])
        try OutputFile.replace(folder + "/broken.jsonl", with: Array("{\n".utf8))
        try OutputFile.replace(
            folder + "/x.warc.lz4", with: [0x04, 0x22, 0x4D, 0x18] + [UInt8](repeating: 0, count: 64))
        try OutputFile.replace(folder + "/x.arc", with: Array("filedesc://x.arc 0.0.0.0 2\n".utf8))
        let settings = String(decoding: try OutputFile.read(Command.config), as: UTF8.self)
        let quoted = settings.replacing("commercial: true", with: "commercial: \"true\"")
        try OutputFile.replace(folder + "/flag.yaml", with: Array(quoted.utf8))
        try Self.faults(settings, in: folder)
        #expect(mkfifo(folder + "/fifo", 0o600) == 0)
        let arguments = test.arguments.flatMap { $0 == "CONFIG" ? ["--config", Command.config] : [$0] }
        let run = try Command(arguments, in: folder)
        #expect(run.code == test.code, "\(run.complaints)")
        #expect(run.complaints.contains(test.says), "\(run.complaints)")
        #expect(!OutputFile.exists(folder + "/o"), "something was written")
        #expect(!run.complaints.dropLast().contains("\n") || run.complaints.contains("Usage:"), "\(run.complaints)")
        for word in ["NSCocoa", "ioctl", "error 512", "Missing value"] { #expect(!run.complaints.contains(word)) }
    }

    /// Settings and files that are refused before any work.
    private static func faults(_ settings: String, in folder: String) throws {
        let packs = (Command.config as NSString).deletingLastPathComponent + "/packs"
        let found = settings.replacing("directory: packs", with: "directory: \(packs)")
        let faults = [
            "nopack.yaml": settings.replacing("active: [eu]", with: "active: []"),
            "c.yaml": settings.replacing("lists: grounds/gates.yaml", with: "contracts: contract.yaml"),
            "m.yaml": settings.replacing("lists: grounds/gates.yaml", with: "mandates: mandate.yaml"),
            "reason.yaml": found.replacing("  lists: grounds/gates.yaml", with: "  {}")
                + "\nsettings: {infringing_list: none}\n",
            "nodenial.yaml": """
            id: open
            version: "1"
            as_of: 2026-11-24
            title: Open
            kind: design
            protocols: {}
            gates:
              - {id: G, fires: {not: {fact: robots.allows}}, verdict: hold, source: s, as_of: 2026-11-24, kind: design}
            bases:
              - {id: all, trigger: always, conditions: {c: always}, obligations: [], source: s, as_of: 2026-11-24, kind: design, status: in-force}
            otherwise: none
            """,
            "contract.yaml": """
            contracts:
              - {id: C-1, licensor: Press, covers: [a.example], training: granted, from: 2026-02-01, to: 2026-01-01}
            """,
            "mandate.yaml": """
            mandates:
              - id: M-1
                society: Writers
                kind: member
                rights: [training]
                territories: [DE]
                from: 2026-01-01
                tariff: T-1
                repertoire: [{work: W-1, covers: [a.example], shares: {ann: 700_000, ben: 300_001}}]
            """,
        ]
        for (name, text) in faults { try OutputFile.replace("\(folder)/\(name)", with: Array((text + "\n").utf8)) }
    }

    @Test("an answer that cannot be written is told and ends with 3", arguments: ["--json", nil])
    func fullDevice(_ flag: String?) throws {
        let bench = try Workbench()
        try bench.archive("a.warc.gz", Record.silentSite("a.example"))
        let filter = ["filter", "a.warc.gz", "--out", "o", "--no-registry", "--config", Command.config]
        let run = try Command(filter + [flag].compactMap(\.self), in: bench.folder, device: "/dev/full")
        #expect(run.code == 3, "\(run.complaints)")
        #expect(run.complaints.contains("standard output"), "\(run.complaints)")
        #expect(OutputFile.exists(bench.folder + "/o/manifest.json"))
        let sites = try Command(["run", "sites", "o"], in: bench.folder, device: "/dev/full")
        #expect(sites.code == 3, "\(sites.complaints)")
    }

    @Test("a compile never replaces what it reads")
    func keepsObjections() throws {
        let bench = try Workbench()
        let path = bench.folder + "/k.jsonl"
        try OutputFile.replace(path, with: [])
        #expect(try Command(["registry", "compile", path, "--out", path], in: bench.folder).code == 2)
        #expect(try OutputFile.read(path).isEmpty)
    }

    @Test("settings are found from any folder: those of the checkout, where none are named")
    func standardSettings() throws {
        let bench = try Workbench()
        try bench.archive("a.warc.gz", Record.silentSite("a.example"))
        let run = try Command(["filter", "a.warc.gz", "--out", "o", "--no-registry"], in: bench.folder)
        #expect(run.code == 0, "\(run.complaints)")
    }

    @Test("archives of kinds that are not read are named and counted, and what stands beside them is read")
    func passedOver() throws {
        let bench = try Workbench()
        try OutputFile.makeFolder(bench.folder + "/in")
        try bench.archive("in/a.warc.gz", Record.silentSite("a.example"))
        for name in ["b.arc", "c.arc.gz", "d.warc.lz4", "e.warc.bz2", "notes.txt"] {
            try OutputFile.replace(bench.folder + "/in/" + name, with: [0x04, 0x22, 0x4D, 0x18])
        }
        let arguments = ["filter", "in", "--out", "o", "--no-registry", "--config", Command.config]
        let run = try Command(arguments, in: bench.folder)
        #expect(run.code == 0)
        #expect(run.complaints.split(separator: "\n").filter { $0.contains("passed over") }.count == 4)
        #expect(run.output.contains("of kinds not read: 4"))
        let json = try Command(arguments + ["--json"], in: bench.folder)
        #expect(json.output.contains(#""passedOver":4"#))
    }

    @Test("a pack whose gate never shuts is checked with a warning")
    func neverShuts() throws {
        let bench = try Workbench()
        let pack = (Command.config as NSString).deletingLastPathComponent + "/packs/eu.yaml"
        let text = String(decoding: try OutputFile.read(pack), as: UTF8.self)
        let gate = "  - {id: HG9, fires: never, verdict: deny, source: x, as_of: 2026-11-24, kind: design}\n"
        let changed = text.replacing("  - {include: gates}", with: gate + "  - {include: gates}")
        try OutputFile.replace(bench.folder + "/eu.yaml", with: Array(changed.utf8))
        let run = try Command(["policy", "check", "eu.yaml"], in: bench.folder)
        #expect(run.code == 0)
        #expect(run.complaints.contains("warning: gate HG9 can never shut"))
        #expect(try Command(["policy", "check", pack], in: bench.folder).complaints.isEmpty)
    }
}
