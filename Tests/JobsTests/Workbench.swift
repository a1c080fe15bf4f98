import Archive
import Canonical
import Foundation
import Provenance
import Registry
import Shards

@testable import Jobs

/// A folder of its own with settings, a registry and archives, in which jobs run as they do from the command line.
final class Workbench {
    static let at = Timestamp(rfc3339: "2026-11-23T00:00:00Z")!
    static let fetched = Timestamp(rfc3339: "2026-11-22T12:00:00Z")!
    static let suffixes = Array("com\nexample\n".utf8)

    let folder: String
    var registry: String

    private let packs: String

    /// - Parameter packs: The active ones, with commas between.
    init(objections: String = "", packs: String = "eu") throws {
        self.packs = packs
        folder = NSTemporaryDirectory() + "jobs-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        registry = folder + "/registry"
        try Snapshot.compile(
            objections: [("objections", Array(objections.utf8))], publicSuffixList: Self.suffixes,
            at: Self.at.adding(seconds: -3600), into: registry)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func config(_ more: String = "") throws -> RunConfig {
        let folder = (#filePath as NSString).deletingLastPathComponent + "/../../config/packs"
        let text = """
            operator: {product: TestBot, version: "1", contact: "https://operator.example/bot", email: bot@operator.example}
            profile:
              purpose: pretrain
              commercial: true
              actor: company
              place_of_copying: [DE]
              market: [DE]
              redistributes_text: false
              style_target: false
              model_release: closed
              sme: false
            packs: {directory: "\(folder)", active: [\(packs)]}
            signals: {directory: "\(folder)/../signals"}
            \(more)
            \(more.contains("grounds:") ? "" : "grounds: {lists: \"\(folder)/../grounds/gates.yaml\"}")
            """
        return try RunConfig(ConfigNode.read(text, file: self.folder + "/config.yaml"))
    }

    func inputs(_ config: RunConfig, at: Timestamp = Workbench.at) throws -> InputSet {
        try InputSet.load(config, packs: nil, registry: .snapshot(registry), at: at)
    }

    /// Writes records as an archive of gzip members.
    @discardableResult
    func archive(_ name: String, _ records: [Record]) throws -> String {
        let path = folder + "/" + name
        try OutputFile.replace(path, with: try records.flatMap { try $0.bytes() })
        return path
    }

    @discardableResult
    func filter(
        _ inputs: [String], out: String, workers: Int = 1, rank: Int = 0, world: Int = 1, sites: String? = nil,
        verify: Bool = false, walk: WalkLimits = WalkLimits(), more: String = ""
    ) throws -> FilterJob.Outcome {
        let config = try config(more)
        var options = FilterOptions(
            inputs: inputs, output: folder + "/" + out, siteEvidence: sites, workers: workers, rank: rank, world: world,
            isLive: false)
        options.verifiesDigests = verify
        options.walk = walk
        return try FilterJob(config: config, inputs: self.inputs(config), options: options).run { _ in }
    }

    func lines(_ out: String, _ kind: String) throws -> [[UInt8]] {
        let path = folder + "/" + out + "/" + kind
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        return try names.filter { $0.hasSuffix(".jsonl.zst") }.flatMap { try RowFile.lines(path + "/" + $0) }
    }

    func rows(_ out: String) throws -> [EvidenceRow] {
        try lines(out, "evidence").map { try EvidenceRow(line: $0) }
    }

    /// Every file of an output but the note of the run itself and what names its ranks, by path.
    func files(_ out: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        let base = folder + "/" + out
        for case let name as String in FileManager.default.enumerator(atPath: base)! {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: base + "/" + name, isDirectory: &isFolder)
            if isFolder.boolValue || name == "run.json" || name.contains("-of-") { continue }
            files[name] = try OutputFile.read(base + "/" + name)
        }
        return files
    }
}

/// One response to archive.
struct Record {
    var url: String
    var status = 200
    var headers = ["Content-Type: text/html; charset=utf-8"]
    var body: [UInt8]
    var date: Timestamp? = Workbench.fetched
    var id: String?
    /// More fields of the record.
    var extra: [String] = []
    /// Its type, if that is no response.
    var type: String?
    /// Whether the record is the first segment of several.
    var isSegment = false

    static func page(_ url: String, _ html: String, headers: [String] = []) -> Record {
        Record(url: url, headers: ["Content-Type: text/html; charset=utf-8"] + headers, body: Array(html.utf8))
    }

    static func file(_ url: String, _ text: String, status: Int = 200, type: String = "text/plain") -> Record {
        Record(url: url, status: status, headers: ["Content-Type: \(type)"], body: Array(text.utf8))
    }

    /// robots.txt without a rule and none of the other files: a site that was looked at and says nothing.
    static func silentSite(_ host: String) -> [Record] {
        [.file("http://\(host)/robots.txt", "User-agent: *\nAllow: /\n")] + absentFiles(host)
    }

    /// Every site file but robots.txt, looked for and not there.
    static func absentFiles(_ host: String) -> [Record] {
        SiteFileKind.allCases.filter { $0 != .robots }.compactMap(\.path).map { path in
            .file("http://\(host)\(path)", "", status: 404)
        }
    }

    static func prose(_ subject: String) -> String {
        "<p>" + String(repeating: "A sentence about \(subject) that is long enough to be read as text. ", count: 6)
            + "</p>"
    }

    func bytes() throws -> [UInt8] {
        let head =
            "HTTP/1.1 \(status) X\r\n" + (headers + ["Content-Length: \(body.count)"]).joined(separator: "\r\n")
            + "\r\n\r\n"
        let block = Array(head.utf8) + body
        let id = id ?? "urn:uuid:" + UUIDv5.text(UUIDv5.make(namespace: UUIDv5.urlNamespace, name: Array(url.utf8)))
        let draft = WARCDraft.response(
            id: id, date: date ?? Workbench.fetched, targetURI: url, ipAddress: nil, block: block,
            bodyOffset: head.utf8.count)
        let fields = extra + (isSegment ? ["WARC-Segment-Number: 1"] : [])
        guard date == nil || !fields.isEmpty else { return try WARCWriter.encode(draft) }
        var plain = try WARCWriter.encode(draft, compression: .none)
        let dateField = plain.firstRange(of: Array("WARC-Date: \(Workbench.fetched)\r\n".utf8))!
        if date == nil { plain.removeSubrange(dateField) }
        plain.insert(contentsOf: fields.flatMap { Array(($0 + "\r\n").utf8) }, at: dateField.lowerBound)
        if let type, let place = plain.firstRange(of: Array("WARC-Type: response".utf8)) {
            plain.replaceSubrange(place, with: Array("WARC-Type: \(type)".utf8))
        }
        return try ZlibMember.pack(plain)
    }
}

/// A record made by hand, as one gzip member of stored blocks.
enum ZlibMember {
    static func pack(_ bytes: [UInt8]) throws -> [UInt8] {
        var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        var rest = bytes[...]
        while true {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let size = UInt16(block.count)
            out +=
                [rest.isEmpty ? 1 : 0, UInt8(size & 255), UInt8(size >> 8), UInt8(~size & 255), UInt8(~size >> 8)]
                + block
            if rest.isEmpty { break }
        }
        for word in [crc(bytes), UInt32(truncatingIfNeeded: bytes.count)] {
            out += (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * UInt32($0))) }
        }
        return out
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var value: UInt32 = ~0
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }
}
