internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Jobs
internal import Licensing
internal import Shards
internal import WebAddress

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tells in plain words why a URL is in the shards or not.",
        discussion: """
            Either of a URL in an output, or of a page that was never crawled.

            EXAMPLE
              muniment explain https://example.com/a --in out
              muniment explain --html page.html --url https://example.com/a --header 'tdm-reservation: 1' --no-registry
            """)

    @Argument(help: "The URL, with --in.")
    var target: String?

    @Option(name: .customLong("in"), help: "The output folder to look in.")
    var output: String?

    @Option(help: "A file with a page's body.")
    var html: String?

    @Option(help: "The URL the page is taken to stand at.")
    var url: String?

    @Option(help: "A response header, 'Name: value'. May be repeated.")
    var header: [String] = []

    @Option(parsing: .unconditional, help: "The status the page is taken to have come with; 200 if not given.")
    var status: Int?

    @Option(help: "A robots.txt for the site; 'none' for a site without one.")
    var robots: String?

    @Option(help: "A tdmrep.json for the site; 'none' for a site without one.")
    var tdmrep: String?

    @Option(help: "An ai.txt for the site; 'none' for a site without one.")
    var aiTxt: String?

    @Option(help: "A trust.txt for the site; 'none' for a site without one in either place.")
    var trust: String?

    @Option(
        help: "An RSL document that robots.txt names, URL=FILE; URL=none for one that is not there. May be repeated.")
    var rsl: [String] = []

    @Option(help: "A policy that tdmrep.json names, URL=FILE; URL=none for one that is not there. May be repeated.")
    var tdmPolicy: [String] = []

    @OptionGroup var common: CommonOptions

    func run() throws {
        try checkFlags()
        let rows = try html == nil ? search() : [explainPage()]
        let rules = common.json ? nil : try self.rules()
        for (index, row) in rows.enumerated() {
            if common.json {
                Console.say(String(decoding: row.line, as: UTF8.self))
            } else {
                Console.say((index > 0 ? "\n" : "") + ExplainText.of(row, rules: rules))
            }
        }
    }

    /// A URL in an output, or a page that was never crawled: what belongs to the one says nothing of the other.
    private func checkFlags() throws {
        if html != nil {
            if let target { throw JobError(.usage, "'\(target)': with --html the URL is given by --url") }
            if output != nil {
                throw JobError(.usage, "--html and --in exclude each other: a page at hand, or an output")
            }
        } else {
            let pageOnly = [
                ("--url", url != nil), ("--header", !header.isEmpty), ("--status", status != nil),
                ("--robots", robots != nil), ("--tdmrep", tdmrep != nil), ("--ai-txt", aiTxt != nil),
                ("--trust", trust != nil), ("--rsl", !rsl.isEmpty), ("--tdm-policy", !tdmPolicy.isEmpty),
            ]
            if let flag = pageOnly.first(where: \.1) {
                throw JobError(.usage, "\(flag.0) is for --html FILE; see --help")
            }
        }
    }

    /// The rules the rows were decided by; nil, and said, where those at hand are others.
    private func rules() throws -> (ruleset: Ruleset, profile: UseProfile)? {
        let settings = try common.settings()
        let active = try common.packNames ?? settings.packs.active
        let rules = (try PolicyRules.ruleset(settings, active: active), try PolicyRules.profile(settings))
        guard let output else { return rules }
        if try PolicyRules.decided(output, by: rules.0, rules.1) { return rules }
        Console.note(
            "the settings at hand are not those of \(output): name its --config (and --packs) to be told how each pack came to its answer and what would change it"
        )
        return nil
    }

    private func search() throws -> [EvidenceRow] {
        guard let target, let output else {
            throw JobError(.usage, "give a URL and --in DIR, or --html FILE and --url URL; see --help")
        }
        let rows = try RowSearch(output: output).rows(of: CanonicalURL(target))
        guard !rows.isEmpty else {
            throw JobError(.finding, "\(target) was not considered in \(output): no row of evidence names it")
        }
        return rows
    }

    private func explainPage() throws -> EvidenceRow {
        guard let html, let url else { throw JobError(.usage, "--html needs --url, the address it stands at") }
        let status = status ?? 200
        guard (100...599).contains(status) else { throw JobError(.usage, "--status \(status): 100 to 599 is due") }
        let (address, headers, files) = (try CanonicalURL(url), try header.map(HeaderLine.read), try siteFiles())
        let settings = try common.settings()
        let inputs = try common.load(settings, at: try common.time(resuming: nil))
        return try PageExplainer(inputs).explain(
            html: OutputFile.read(html), url: address, status: status, headers: headers, siteFiles: files)
    }

    private func siteFiles() throws -> [PageExplainer.GivenFile] {
        var files: [PageExplainer.GivenFile] = []
        for (kind, path) in [("robots.txt", robots), ("tdmrep.json", tdmrep), ("ai.txt", aiTxt), ("trust.txt", trust)] {
            guard let path else { continue }
            files.append(.init(kind, body: try body(path)))
            if kind == "trust.txt", path == "none" { files.append(.init("well-known/trust.txt", body: nil)) }
        }
        files += try rsl.map { try document($0, "rsl", option: "--rsl", namedBy: robots, "--robots") }
        files += try tdmPolicy.map {
            try document($0, "tdm-policy", option: "--tdm-policy", namedBy: tdmrep, "--tdmrep")
        }
        return files
    }

    private func document(
        _ text: String, _ kind: String, option: String, namedBy file: String?, _ other: String
    ) throws -> PageExplainer.GivenFile {
        guard file != nil, file != "none" else {
            throw JobError(.usage, "\(option) needs \(other) FILE: only what that file names is read")
        }
        guard let sign = text.lastIndex(of: "=") else {
            throw JobError(.usage, "\(option) '\(text)': URL=FILE is due")
        }
        return .init(kind, asked: String(text[..<sign]), body: try body(String(text[text.index(after: sign)...])))
    }

    private func body(_ path: String) throws -> [UInt8]? { path == "none" ? nil : try OutputFile.read(path) }
}
