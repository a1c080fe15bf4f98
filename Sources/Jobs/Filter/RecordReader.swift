internal import Archive
internal import Canonical
internal import Provenance
internal import Rights
internal import WebAddress

/// Turns a WARC record into a capture, or says why it is none.
struct RecordReader: Sendable {
    /// The header by which a crawl's own archive tells the hops before a response: `<status> <url>`, first first.
    static let viaHeader = "Muniment-Via"
    /// The header by which a crawl's own archive tells that a response was asked for as a site file.
    static let siteFileHeader = "Muniment-Site-File"
    /// The header by which a crawl's own archive tells that a response was read as a sitemap, within its limits.
    static let sitemapHeader = "Muniment-Sitemap"
    /// The header by which a crawl's own archive tells a field that came before the response or behind its body, and
    /// refuses: `<name>: <value>`.
    static let lateHeader = "Muniment-Late-Field"
    /// A capture dated further behind the run's time than this is not believed.
    static let futureLimit: Int64 = 30 * 24 * 3600

    enum Outcome {
        case capture(TakenCapture)
        case skipped(String)
    }

    let input: Digest
    let limits: LimitSettings
    /// Captures may not be dated long after it; nil where no such judgement is due.
    var at: Timestamp?
    /// Documents that site files of the input name: they are read as such, and are no pages.
    var named: Set<CanonicalURL> = []
    /// Whether a record whose digests do not hold is a capture of nothing.
    var verifiesDigests = false

    /// - Parameters:
    ///   - isRepeated: whether an id was given to an earlier record of the input.
    ///   - fault: what ``digestFault(_:)`` found.
    func read(_ record: WARCRecord, isRepeated: Bool, fault: String? = nil) -> Outcome {
        guard record.kind == .response || record.kind == .revisit else { return .skipped(record.kind.rawValue) }
        guard let target = Self.soleTarget(of: record) else {
            return .skipped(record.targetURI == nil ? "no target URI" : "several target URIs")
        }
        let url: CanonicalURL
        do throws(WebURLError) { url = try CanonicalURL(target) } catch {
            return .skipped(target.hasPrefix("http") ? "not a fetchable URL" : "not http or https")
        }
        let isAsked = !record.headers.values(Self.siteFileHeader).isEmpty
        if isAsked || SiteFile.kind(at: url) != nil || named.contains(url) { return .skipped("site file") }
        let isSitemap = !record.headers.values(Self.sitemapHeader).isEmpty
        return .capture(
            capture(
                record, url: url, isRepeated: isRepeated, limits: isSitemap ? limits.ofSitemap : limits, fault: fault))
    }

    /// What is wrong with the digests of a record; nil where nobody asked.
    func digestFault(_ record: WARCRecord) -> String? { verifiesDigests ? record.digestFault() : nil }

    /// The capture of a site file or of a document that one names.
    private func siteCapture(_ record: WARCRecord, url: CanonicalURL) -> TakenCapture {
        capture(record, url: url, isRepeated: false, limits: limits.ofSiteFile, fault: digestFault(record))
    }

    /// What a record is a capture of; nil if it names nothing, or several things.
    private static func soleTarget(of record: WARCRecord) -> String? {
        record.headers.values("WARC-Target-URI").count == 1 ? record.targetURI : nil
    }

    /// The capture of a site file's path, or of a redirect's end that may be one.
    func siteCapture(_ record: WARCRecord) -> TakenCapture? {
        guard let target = Self.soleTarget(of: record), Self.mayBeSiteFile(target) else { return nil }
        do throws(WebURLError) {
            return siteCapture(record, url: try CanonicalURL(target))
        } catch {
            return nil
        }
    }

    /// Whether a record may be a capture of a site file, and of which, or from when, cannot be told.
    func mayHideSiteFile(_ record: WARCRecord) -> Bool {
        let types = record.headers.values("WARC-Type").count
        let isOther = types == 1 && ![.response, .unknown, .revisit, .resource].contains(record.kind)
        if isOther { return false }
        guard let target = Self.soleTarget(of: record) else {
            return types != 1 || record.kind == .response || record.kind == .revisit
        }
        guard Self.mayBeSiteFile(target) else { return false }
        // A revisit says that an earlier capture still held: ``InputScan`` looks whether it is the one at hand.
        if types == 1, record.kind == .revisit { return false }
        guard types == 1, record.kind == .response, let capture = siteCapture(record) else { return true }
        return SiteFile.kind(at: capture.url) != nil && capture.fetched == Timestamp(seconds: 0)
    }

    /// The URL of a revisit of a site file, and the digest of the payload it stands for; nil if it is none.
    func siteRevisit(_ record: WARCRecord) -> (url: CanonicalURL, digest: String)? {
        guard record.kind == .revisit, let capture = siteCapture(record), SiteFile.kind(at: capture.url) != nil else {
            return nil
        }
        return (capture.url, Self.payloadLabel(record))
    }

    /// The digest of a payload as the record states it; empty if it states none.
    static func payloadLabel(_ record: WARCRecord) -> String {
        record.headers.first("WARC-Payload-Digest")?.lowercased() ?? ""
    }

    /// A cheap look before the URL is parsed: nearly all records are pages.
    private static func mayBeSiteFile(_ target: String) -> Bool {
        let bytes = unescaped(Array(target.utf8))
        return sitePaths.contains { path in
            bytes.indices.dropLast(path.count - 1).contains { bytes[$0...].starts(with: path) }
        }
    }

    /// `/robots%2Etxt` is `/robots.txt` (RFC 3986, section 6.2.2.2).
    private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "%")) else { return bytes }
        var (out, at): ([UInt8], Int) = ([], 0)
        while at < bytes.count {
            let digits = bytes[at...].prefix(3).dropFirst()
            if bytes[at] == UInt8(ascii: "%"), digits.count == 2,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                out.append(value)
                at += 3
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
        return out
    }

    private static let sitePaths = SiteFileKind.allCases.compactMap { $0.path.map { Array($0.utf8.dropFirst()) } }

    /// The capture of a document that a site file names.
    func namedCapture(_ record: WARCRecord, _ named: Set<CanonicalURL>) -> TakenCapture? {
        guard let target = Self.soleTarget(of: record) else { return nil }
        do throws(WebURLError) {
            let url = try CanonicalURL(target)
            return named.contains(url) ? siteCapture(record, url: url) : nil
        } catch {
            return nil
        }
    }

    private func capture(
        _ record: WARCRecord, url: CanonicalURL, isRepeated: Bool, limits: LimitSettings, fault: String?
    ) -> TakenCapture {
        let id = record.captureID(input: input) { _ in isRepeated }
        let via = record.headers.values(Self.viaHeader).compactMap(Self.hop)
        let (fetched, dateTrouble) = date(of: record)
        let message: HTTPResponseMessage
        do { message = try HTTPResponseMessage(record.block) } catch {
            return TakenCapture(
                id: id, url: url, hops: via + [Hop(url: url.text, status: 0)], status: 0, headers: [],
                fetched: fetched, body: [], bodyState: .undecodable, payloadDigest: nil, payloadBytes: 0,
                trouble: "the record holds no HTTP response: \(error)")
        }
        let body = fault.map { Body(altered: $0) } ?? Body.of(record, message, limits: limits)
        let late = LateFields.refusing(
            message.interim + body.trailers + record.headers.values(Self.lateHeader).compactMap(Self.field))
        return TakenCapture(
            id: id, url: url, hops: via + [Hop(url: url.text, status: message.status)], status: message.status,
            headers: message.headers.pairs + late, fetched: fetched, body: body.bytes, bodyState: body.state,
            payloadDigest: body.digest, payloadBytes: body.count,
            trouble: [dateTrouble, body.trouble].filter { !$0.isEmpty }.joined(separator: "; "))
    }

    /// A capture without a believable date is as old as can be, so that every age test fails on it.
    private func date(of record: WARCRecord) -> (Timestamp, String) {
        guard let date = record.date else { return (Timestamp(seconds: 0), "no readable WARC-Date") }
        guard record.headers.values("WARC-Date").count == 1 else {
            return (Timestamp(seconds: 0), "several WARC-Date fields")
        }
        if let at, date > at.adding(seconds: Self.futureLimit) {
            return (Timestamp(seconds: 0), "WARC-Date \(date) lies in the future")
        }
        return (date, "")
    }

    private static func field(_ text: String) -> (name: String, value: String)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        return (String(text[..<colon]), String(text[text.index(after: colon)...].drop { $0 == " " }))
    }

    private static func hop(_ text: String) -> Hop? {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let status = Int(parts[0]) else { return nil }
        return Hop(url: String(parts[1]), status: status)
    }
}
