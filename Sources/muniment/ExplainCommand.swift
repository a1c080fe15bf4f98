internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Jobs
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

    @Option(help: "The status the page is taken to have come with.")
    var status = 200

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
        do {
            let rows = try html == nil ? search() : [explainPage()]
            for (index, row) in rows.enumerated() {
                if common.json {
                    Console.say(String(decoding: row.line, as: UTF8.self))
                } else {
                    Console.say((index > 0 ? "\n" : "") + ExplainText.of(row))
                }
            }
        } catch let error as JobError {
            throw Failure(error)
        }
    }

    private func search() throws -> [EvidenceRow] {
        guard let target, let output else {
            throw Failure(code: 2, message: "give a URL and --in DIR, or --html FILE and --url URL; see --help")
        }
        let rows = try RowSearch(output: output).rows(of: canonical(target))
        guard !rows.isEmpty else {
            throw Failure(code: 1, message: "\(target) was not considered in \(output): no row of evidence names it")
        }
        return rows
    }

    private func explainPage() throws -> EvidenceRow {
        guard let html, let url else { throw Failure(code: 2, message: "--html needs --url, the address it stands at") }
        var headers: [(name: String, value: String)] = []
        for line in header {
            guard let colon = line.firstIndex(of: ":") else {
                throw Failure(code: 2, message: "--header '\(line)': 'Name: value' is due")
            }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            headers.append((String(line[..<colon]), String(value)))
        }
        let files = try siteFiles()
        let settings = try common.settings()
        let inputs = try common.load(settings, at: try common.time(resuming: nil))
        return try PageExplainer(inputs).explain(
            html: read(html), url: canonical(url), status: status, headers: headers, siteFiles: files)
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
            throw Failure(code: 2, message: "\(option) needs \(other) FILE: only what that file names is read")
        }
        guard let sign = text.lastIndex(of: "=") else {
            throw Failure(code: 2, message: "\(option) '\(text)': URL=FILE is due")
        }
        return .init(kind, asked: String(text[..<sign]), body: try body(String(text[text.index(after: sign)...])))
    }

    private func body(_ path: String) throws -> [UInt8]? { path == "none" ? nil : try read(path) }

    private func read(_ path: String) throws -> [UInt8] {
        do { return try OutputFile.read(path) } catch { throw Failure(code: 2, message: "\(error)") }
    }

    private func canonical(_ text: String) throws -> CanonicalURL {
        do { return try CanonicalURL(text) } catch { throw Failure(code: 2, message: "\(error)") }
    }
}
