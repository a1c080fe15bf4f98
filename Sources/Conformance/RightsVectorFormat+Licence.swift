internal import Canonical
internal import Extraction
internal import Markup
internal import Provenance
internal import Rights
internal import WebAddress

extension RightsVectorFormat {
    static let licenceReadings: [String: Reading] = [
        "cc.url": licenceOfURL, "cc.flags": licenceFlags, "licence.html": licencesOfPage,
        "rightsstatements": statement, "spdx": spdx, "licence.url": knownLicence, "licence.spdx": spdx,
    ]

    @Sendable private static func licenceOfURL(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        guard let tool = CreativeCommons.parse(try input.text("url")) else { return .fields(["licence": .null]) }
        return .fields([
            "licence": .string(tool.id), "category": .string(tool.category), "unit": .string(tool.unit),
            "version": tool.version.isEmpty ? .null : .string(tool.version),
            "jurisdiction": .text(orNull: tool.jurisdiction),
        ])
    }

    @Sendable private static func licenceFlags(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        .fields(["flags": .texts(CreativeCommons.parse(try input.text("url"))?.flags ?? [])])
    }

    /// A statement of RightsStatements.org by its id; null for every other URL.
    @Sendable private static func statement(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let entry = try Tables.shared().licences.entry(url: try input.text("url"))
        return facts(entry.flatMap { $0.licence.hasPrefix("rs-") ? $0 : nil })
    }

    @Sendable private static func knownLicence(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        facts(try Tables.shared().licences.entry(url: try input.text("url")))
    }

    @Sendable private static func spdx(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let keys = ["url", "expression", "id", "value"]
        guard let text = keys.lazy.compactMap({ input[$0]?.string }).first else { throw VectorFault("no expression") }
        let known = try Tables.shared().licences.reference(of: text)
        return .fields([
            "id": .text(orNull: known?.id), "url": .text(orNull: known?.url), "version": .text(orNull: known?.version),
        ])
    }

    private static func facts(_ entry: LicenceEntry?) -> JSONValue {
        .fields([
            "id": .text(orNull: entry?.id), "version": .text(orNull: entry?.version), "url": .text(orNull: entry?.url),
            "training": .text(orNull: entry?.training.rawValue), "name": .text(orNull: entry?.name),
            "kind": .text(orNull: entry?.kind.rawValue),
        ])
    }

    /// Licences of Creative Commons with their carriers; terms of a site's own are no licence here.
    @Sendable private static func licencesOfPage(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let url = try page(input["url"]?.string ?? "https://example.com/")
        let found = Rights.licences(in: try reading(try input.bytes("html")), url: url, tables: try Tables.shared())
        let licences = found.compactMap { candidate -> JSONValue? in
            guard let tool = candidate.tool, !isListedOtherwise(candidate, found) else { return nil }
            return .fields([
                "unit": .string(tool.unit), "version": .string(tool.version),
                "jurisdiction": .text(orNull: tool.jurisdiction), "carrier": .string(candidate.carrier.rawValue),
                "subject": .string(relative(candidate.subject, to: url)), "inFooter": .bool(candidate.inFooter),
                "inHead": .bool(candidate.inHead),
            ])
        }
        return .fields(["licences": .array(licences)])
    }

    /// Whether rows do not list a statement: of a link that is a property they list the property, and what means something else
    /// not at all.
    private static func isListedOtherwise(_ candidate: LicenceCandidate, _ all: [LicenceCandidate]) -> Bool {
        if candidate.isNoStatement { return true }
        guard candidate.carrier == .bareAnchor else { return false }
        return all.contains { $0.node == candidate.node && ($0.carrier == .microdata || $0.carrier == .rdfa) }
    }

    /// Rows name a subject as the page writes it; readers resolve it.
    private static func relative(_ subject: String, to page: CanonicalURL) -> String {
        guard let slash = page.text.lastIndex(of: "/"), subject.hasPrefix(page.text[...slash]) else { return subject }
        return String(subject.dropFirst(page.text[...slash].count))
    }

    /// Everything the reader says of a page given as a row gives it.
    static func rights(_ input: VectorRow) throws(VectorFault) -> RightsReading {
        guard let agent = ProductToken("ExampleBot") else { throw VectorFault("no agent") }
        let html = try input.bytes("html")
        let page = try reading(html)
        let document = Extractor().read(page)
        let response = ResponseInput(
            url: try self.page(input["url"]?.string ?? "https://example.com/"), hops: [], status: 200,
            headers: try input["headers"]?.headerFields() ?? [], fetched: Timestamp(seconds: 1_790_000_000))
        return RightsReader(agent: agent, tables: try Tables.shared()).read(
            response, page: page, blocks: document.blocks, textBytes: document.text.count, source: html,
            site: SiteEvidence(atFetch: nil, atUse: nil))
    }
}
