internal import Embedded
internal import Markup
internal import Provenance

/// Reads what stands inside a file that is no text: XMP, C2PA, the words of older metadata, the packages of an EPUB.
enum EmbeddedReaders {
    static let protocols: [RightsProtocol] = [.embeddedXMP, .embeddedC2PA] + XMLReaders.protocols

    /// - Returns: What the file's own words and marks do to a licence.
    static func read(
        _ parts: EmbeddedParts, _ response: ResponseInput, _ tables: SignalTables, into draft: inout ReadingDraft
    ) -> XMPVerdict {
        let packets = parts.xmp.map(XMPPacket.init)
        var found = packets.flatMap { XMPSignals.read($0, tables.licences) }
        if !parts.complete || parts.isEncrypted { found.append(incomplete(parts, .embeddedXMP, .tdm)) }
        draft.add(found, as: .embeddedXMP)
        let named = packets.flatMap { XMPLicences.read($0, url: response.url, tables.licences) }
        draft.licences += named
        if !named.isEmpty, draft.use[.embeddedXMP] == .absent { draft.set(.embeddedXMP, .stated) }
        readReservations(packets, parts, response, &draft)
        let words = [
            XMPProse.signal(packets, table: tables.reservations),
            NoticeProse.signal(parts.notices, table: tables.reservations),
        ].compactMap { $0 }
        if !words.isEmpty {
            draft.signals += words
            ProseReader.finish(page: ReadingDraft.state(of: words), &draft)
        }
        let isReserved = readPackages(parts, response, tables, &draft)
        C2PASignals.read(parts, into: &draft)
        C2PASignals.readHeaders(response.headers, into: &draft)
        let rights = packets.map { XMPRights($0.xmp) }
        if draft.attribution.isEmpty {
            draft.attribution = rights.compactMap { $0.attributionName ?? $0.attributionURL }.first ?? ""
        }
        return XMPVerdict(
            isContradictory: rights.contains { $0.isContradictory(tables.licences) },
            isReserved: isReserved || parts.isEncrypted || words.contains { $0.value == .deny }
                || rights.contains { $0.isReserved(tables.licences) || $0.isLimited })
    }

    /// Reads an XMP packet that is served as XML, a sidecar file: the properties of XMP's own. What any XML may say was read
    /// as such.
    ///
    /// - Returns: Nil if the document is no packet.
    static func readSidecar(
        _ xml: XMLReading, _ response: ResponseInput, _ tables: SignalTables, into draft: inout ReadingDraft
    ) -> XMPVerdict? {
        guard let packet = XMPPacket(document: xml) else { return nil }
        draft.add(XMPSignals.read(packet, tables.licences), as: .embeddedXMP)
        let named = XMPLicences.read(packet, url: response.url, tables.licences)
        draft.licences += named
        if !named.isEmpty, draft.use[.embeddedXMP] == .absent { draft.set(.embeddedXMP, .stated) }
        let words = XMPProse.signal([packet], table: tables.reservations)
        if let words {
            draft.signals.append(words)
            ProseReader.finish(page: ReadingDraft.state(of: [words]), &draft)
        }
        let rights = XMPRights(packet.xmp)
        return XMPVerdict(
            isContradictory: rights.isContradictory(tables.licences),
            isReserved: words?.value == .deny || rights.isReserved(tables.licences) || rights.isLimited)
    }

    private static func readReservations(
        _ packets: [XMPPacket], _ parts: EmbeddedParts, _ response: ResponseInput, _ draft: inout ReadingDraft
    ) {
        let isUnread = !parts.complete || parts.isEncrypted || packets.contains { $0.xmp.reading.fault != nil }
        for source in XMLReaders.protocols { draft.set(source, isUnread ? .unreadable : .absent) }
        for packet in packets {
            XMPReservation.read(packet, isWhole: !isUnread, into: &draft)
            RSLEmbedded.read(
                packet.xmp.reading, carrier: "xmp", url: response.url, space: packet.space, shift: packet.shift,
                isDocument: { _ in true }, into: &draft)
        }
    }

    /// What the packages of an EPUB say.
    ///
    /// - Returns: Whether one reserves all rights in words.
    private static func readPackages(
        _ parts: EmbeddedParts, _ response: ResponseInput, _ tables: SignalTables, _ draft: inout ReadingDraft
    ) -> Bool {
        var isReserved = false
        for package in parts.packages {
            let before = XMLReaders.protocols.map { draft.use[$0] }
            let input = XMLInput(
                XMLReader.read(package.bytes), url: response.url, at: response.fetched, licences: tables.licences,
                space: Quote.Space.none)
            if XMLReaders.read(input, table: tables.reservations, into: &draft) { isReserved = true }
            // What one package leaves open another does not close.
            for (source, known) in zip(XMLReaders.protocols, before) {
                draft.set(source, known.joined(with: draft.use[source]))
            }
        }
        return isReserved
    }

    /// What says that a file could not be followed.
    static func incomplete(
        _ parts: EmbeddedParts, _ source: RightsProtocol, _ category: UseCategory
    ) -> Signal {
        Signal(
            source, carrier: parts.kind.rawValue, scope: .document, category: category, value: .invalid,
            quote: .nothing, notes: ["unreadable: " + parts.trouble])
    }
}

/// What the words and marks of XMP do to a licence it names.
struct XMPVerdict: Hashable, Sendable {
    /// Marked free of rights, and claimed all the same.
    let isContradictory: Bool
    /// All rights are reserved in words.
    let isReserved: Bool

    /// A file that contradicts itself is under no licence that could be told.
    func weigh(_ finding: LicenceFinding) -> LicenceFinding {
        guard isContradictory else { return finding }
        return LicenceFinding(
            outcome: .conflict, licences: finding.licences, attribution: finding.attribution,
            reason: "XMP marks the file as free of rights and claims them")
    }
}
