internal import Canonical
internal import Embedded
internal import Extraction
internal import Markup
internal import Provenance
internal import Rights
internal import Shards
internal import WebAddress

/// Takes one capture through all rooms: headers, markup, blocks, signals, registry, decisions, rows.
///
/// One per worker: it owns a parser and buffers. Its answer depends on its arguments and the input set only.
final class CaptureReader {
    private let inputs: InputSet
    private let judge: CaptureJudge
    private let parser: HTMLParser
    private let extractor: Extractor
    private var writer = JSONWriter()

    /// - Parameter shards: The names of the part of a data set that captures are read from.
    /// - Throws: `MarkupError` if libxml2 cannot start.
    init(_ inputs: InputSet, shards: [String] = []) throws(MarkupError) {
        self.inputs = inputs
        judge = CaptureJudge(inputs, shards: shards)
        extractor = Extractor(inputs.text)
        parser = try HTMLParser()
    }

    /// Reads a capture to the end and decides it at every moment.
    ///
    /// A capture refused on its headers is read no further: its row ends with the decision at `fetch`.
    ///
    /// - Parameter wantsLinks: whether the page's links are to be told, for a crawl.
    func consider(_ capture: TakenCapture, site: SiteEvidence, wantsLinks: Bool = false) -> ConsideredCapture {
        let at = max(inputs.at, capture.fetched)
        let opened = judge.rights.open(capture.response, site: site)
        let (atHeaders, fetch) = judge.onHeaders(capture, site: site, at: at, opened: opened)
        if fetch.verdict >= .deny || capture.bodyState != .whole {
            // A body that was not taken for the answer at fetch is not decided on at use.
            let last = fetch.verdict.admits ? [judge.decide(atHeaders, .use, at)] : []
            return finish(capture, atHeaders, [fetch] + last, page: nil, wantsLinks: false)
        }
        let page = readPage(capture)
        var considered = Considered(
            url: capture.url, capture: capture.facts(encoding: page.encoding, by: page.encodingBy))
        let reading = readRights(capture, page, site, opened)
        considered.take(reading)
        considered.matchKeys = judge.matchKeys(
            url: capture.url, hops: capture.hops, declared: declared(reading, capture.url))
        considered.matchKeys.payload = capture.payloadDigest
        considered.matchKeys.identifiers = reading.identifiers
        if !page.text.isEmpty, let payload = capture.payloadDigest {
            let digest = Digest(of: page.text)
            considered.document = DocumentFacts(
                key: DocumentKey.of(capture.url, payload: payload), textDigest: digest, textBytes: page.text.count,
                language: page.language)
            considered.matchKeys.text = digest
            considered.matchKeys.sketch = TextSketch(of: page.text).base64
        }
        considered.registry = judge.match(considered.matchKeys, at: at)
        considered.grounds = judge.grounds(considered.matchKeys, fetched: capture.fetched, at: at)
        let decisions = [fetch, judge.decide(considered, .tag, at), judge.decide(considered, .use, at)]
        return finish(capture, considered, decisions, page: page, wantsLinks: wantsLinks)
    }

    private func readRights(
        _ capture: TakenCapture, _ page: ReadPage, _ site: SiteEvidence, _ opened: RightsReader.Opened
    ) -> RightsReading {
        if let xml = page.xml { return judge.rights.read(capture.response, xml: xml, site: site) }
        if capture.contentKind == .asset {
            let parts = EmbeddedParts.find(in: capture.body, mediaType: capture.mediaType)
            return judge.rights.read(capture.response, embedded: parts, site: site)
        }
        return judge.rights.read(
            capture.response, page: page.reading, blocks: page.document?.blocks, textBytes: page.text.count,
            space: page.space, source: page.source, decoding: page.decoding, site: site, opened: opened)
    }

    private func readPage(_ capture: TakenCapture) -> ReadPage {
        switch capture.contentKind {
        case .html: ReadPage(html: capture.body, charset: capture.charset, parser: parser, extractor: extractor)
        case .plain: ReadPage(plain: capture.body, charset: capture.charset)
        case .xml: ReadPage(xml: XMLReader.read(capture.body, transportCharset: capture.charset))
        case .asset, .other: ReadPage.nothing
        }
    }

    private func declared(_ reading: RightsReading, _ url: CanonicalURL) -> [CanonicalURL] {
        var out: [CanonicalURL] = []
        for text in reading.declaredURLs {
            do throws(WebURLError) {
                // Whoever names a page with a user's name names the page.
                let named = ArchivedURL.withoutUser(text)
                let declared = if let named { named } else { try CanonicalURL(text, base: url.url) }
                if declared != url, !out.contains(declared) { out.append(declared) }
            } catch {
                // A page may call itself something that is no web address: nobody can object by it.
                continue
            }
        }
        return out
    }

    private func finish(
        _ capture: TakenCapture, _ considered: Considered, _ decisions: [Decision], page: ReadPage?, wantsLinks: Bool
    ) -> ConsideredCapture {
        let troubles = [capture.trouble, page?.trouble ?? ""].filter { !$0.isEmpty }
        let isPurged = decisions.last?.verdict == .purge
        let row = EvidenceRow(
            id: capture.id, kind: .capture, considered: isPurged ? considered.withoutWords : considered,
            decisions: decisions,
            trouble: troubles.joined(separator: "; "))
        writer.reset()
        row.write(to: &writer)
        let evidence = writer.copy
        var document: [UInt8]?
        if let page, let use = decisions.last, use.moment == .use, use.verdict.admits, !page.text.isEmpty {
            document = documentLine(row, page, use, evidence: Digest(of: evidence))
        }
        return ConsideredCapture(
            row: row, evidenceLine: evidence, documentLine: document, textBytes: page?.text.count ?? 0,
            links: wantsLinks ? page?.links(base: capture.url) ?? [] : [])
    }

    private func documentLine(_ row: EvidenceRow, _ page: ReadPage, _ use: Decision, evidence: Digest) -> [UInt8] {
        writer.reset()
        DocumentRow(
            id: row.id, text: page.text, source: inputs.source, added: inputs.at, considered: row.considered,
            decision: use, title: page.title, evidence: evidence, inputs: inputs.digests
        ).write(to: &writer)
        return writer.copy
    }
}
