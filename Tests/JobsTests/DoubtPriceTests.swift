import Canonical
import Foundation
import Shards
import Testing

@testable import Jobs

@Suite("the price of each setting of doubt stands in the summary of a run")
struct DoubtPriceTests {
    private static let pages: [Record] = [
        .page("http://open.example/a", Record.prose("open")),
        .page("http://cache.example/a", "<meta name=robots content=noarchive>" + Record.prose("cache")),
        .page(
            "http://words.example/a",
            Record.prose("words")
                + "<footer><p>Text and data mining of this site is prohibited without our written permission.</p></footer>"
        ),
    ]
    private static let sites = ["open", "cache", "words"].flatMap { Record.silentSite($0 + ".example") }

    @Test("what each setting alone holds or denies, and what a softened one alone lets in")
    func counts() throws {
        let bench = try Workbench()
        let archive = try bench.archive("a.warc.gz", Self.sites + Self.pages)
        let strict = try bench.filter([archive], out: "strict").counts.groups
        #expect(strict["doubt"] == ["noarchive": 1, "nl_reservation": 1])
        #expect(strict["doubtDenied"] == ["noarchive": 1, "nl_reservation": 1])
        #expect(strict["doubtAdmitted"] == nil)
        let held = try bench.filter([archive], out: "held", more: "settings: {noarchive: hold}").counts.groups
        #expect(held["doubt"] == ["noarchive": 1, "nl_reservation": 1])
        #expect(held["doubtDenied"] == ["nl_reservation": 1])
        let soft = try bench.filter([archive], out: "soft", more: "settings: {noarchive: record}").counts.groups
        #expect(soft["doubtAdmitted"] == ["noarchive": 1])
        let listless =
            "grounds: {}\nsettings:\n"
            + ["infringing_list", "order_list", "illegal_content_list"].map {
                "  \($0): \"none, because the sites are our own\"\n"
            }.joined()
        let waived = try bench.filter([archive], out: "waived", more: listless).counts.groups
        #expect(waived["doubtAdmitted"] == ["infringing_list": 1, "order_list": 1, "illegal_content_list": 1])
        let missing = try bench.filter([archive], out: "missing", more: "grounds: {}").counts
        #expect(missing.documents == 0 && missing.groups["verdict"] == ["hold": 1, "deny": 2])
    }

    @Test("the summary in words, and a warning at the start where a gate's list is missing")
    func words() throws {
        let bench = try Workbench()
        try bench.archive("a.warc.gz", Self.sites + Self.pages)
        let folder = (Command.config as NSString).deletingLastPathComponent
        let text =
            String(decoding: try OutputFile.read(Command.config), as: UTF8.self)
            .replacing("directory: packs", with: "directory: \(folder)/packs")
            .replacing("lists: grounds/", with: "lists: \(folder)/grounds/")
            + "\nsignals: {directory: \(folder)/signals}\n"
        try OutputFile.replace(bench.folder + "/c.yaml", with: Array(text.utf8))
        let arguments = ["filter", "a.warc.gz", "--no-registry", "--config", "c.yaml", "--at", "2026-11-23T00:00:00Z"]
        let run = try Command(arguments + ["--out", "one"], in: bench.folder)
        #expect(run.code == 0 && !run.complaints.contains("warning"), "\(run.complaints)")
        #expect(run.output.contains("Settings of doubt that alone kept documents out"))
        #expect(run.output.contains("noarchive") && run.output.contains("0 held, 1 denied"), "\(run.output)")
        let missing = text.replacing("infringing: ", with: "sellers: ").replacing(
            "lists: \(folder)/grounds/gates.yaml", with: "lists: l.yaml")
        let lists = String(decoding: try OutputFile.read(folder + "/grounds/gates.yaml"), as: UTF8.self)
        try OutputFile.replace(
            bench.folder + "/l.yaml", with: Array(lists.replacing("infringing:", with: "sellers:").utf8))
        try OutputFile.replace(bench.folder + "/c.yaml", with: Array(missing.utf8))
        let warned = try Command(arguments + ["--out", "two"], in: bench.folder)
        #expect(warned.code == 0)
        #expect(warned.complaints.contains("warning: no list infringing is at hand"), "\(warned.complaints)")
        #expect(warned.complaints.contains("settings.infringing_list"))
        #expect(
            warned.output.contains("0 documents written") || warned.output.contains("infringing_list"),
            "\(warned.output)")
    }
}
