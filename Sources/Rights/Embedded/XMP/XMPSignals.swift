internal import Markup
internal import Provenance

/// What an XMP packet says by the properties of PLUS and XMP itself, as signals of ``RightsProtocol/embeddedXMP``.
enum XMPSignals {
    static func read(_ packet: XMPPacket, _ licences: LicenceCatalogue) -> [Signal] {
        var found = packet.xmp.all(PLUSDataMining.property).flatMap { mining($0, packet) }
        found += marks(packet, licences)
        let words: [(XMLName, String)] = [
            (XMPNames.usageTerms, "xmpRights:UsageTerms"), (XMPNames.rights, "dc:rights"),
            (XMPNames.certificate, "xmpRights:Certificate"), (XMPNames.owner, "xmpRights:Owner"),
        ]
        for (name, written) in words {
            for property in packet.xmp.all(name) where !property.text.isEmpty {
                found.append(licence(property, written, packet))
            }
        }
        if let fault = packet.xmp.reading.fault {
            found.append(
                Signal(
                    .embeddedXMP, carrier: "xmp", scope: .document, category: .tdm, value: .invalid,
                    quote: packet.quote(element: 0), notes: ["unreadable: \(fault)"] + packet.notes))
        }
        return found
    }

    private static func mining(_ property: XMP.Property, _ packet: XMPPacket) -> [Signal] {
        let texts = property.values.map(\.text).filter { !$0.isEmpty }
        return texts.flatMap { text -> [Signal] in
            let mining = PLUSDataMining(text)
            return categories(mining).map { category in
                Signal(
                    .embeddedXMP, carrier: "xmp", scope: .document, category: category, value: value(mining),
                    conditions: [String(mining.value.prefix(100))] + more(mining, packet),
                    quote: packet.quote(property), notes: notes(mining) + packet.notes,
                    dropped: mining.term == .unspecified ? "says that nothing is said" : "")
            }
        }
    }

    private static func value(_ mining: PLUSDataMining) -> SignalValue {
        switch mining.term {
        case .allowed?: .allow
        case .unspecified?: .unknown
        case nil: mining.isProhibition ? .deny : .invalid
        default: .deny
        }
    }

    private static func categories(_ mining: PLUSDataMining) -> [UseCategory] {
        switch mining.term {
        case .generative?: [.train]
        case .training?: [.train, .trainNonGenerative]
        case .prohibited?, .seeConstraint?, .seeEmbedded?, .seeLinked?: [.tdm, .search]
        case nil where mining.isProhibition: [.tdm, .search]
        default: [.tdm]
        }
    }

    private static func notes(_ mining: PLUSDataMining) -> [String] {
        if let see = mining.see { return ["see " + see] }
        guard mining.term == nil else { return [] }
        return mining.isProhibition ? ["not in the vocabulary"] : ["not in the vocabulary", "restrictive-intent"]
    }

    /// What the property says that a term points to; nobody weighs it here.
    private static func more(_ mining: PLUSDataMining, _ packet: XMPPacket) -> [String] {
        let name: XMLName
        switch mining.term {
        case .seeConstraint?: name = XMLName("OtherConstraints", in: XMPNames.plus)
        case .seeEmbedded?: name = XMLName("EmbdEncRightsExpr", in: XMPNames.iptc)
        case .seeLinked?: name = XMLName("LinkedEncRightsExpr", in: XMPNames.iptc)
        default: return []
        }
        return packet.xmp.text(name).map { [String($0.prefix(300))] } ?? []
    }

    private static func marks(_ packet: XMPPacket, _ licences: LicenceCatalogue) -> [Signal] {
        let rights = XMPRights(packet.xmp)
        return packet.xmp.all(XMPNames.marked).filter { !$0.text.isEmpty }.map { property in
            var notes = ["xmpRights:Marked", rights.mark.rawValue]
            if rights.isContradictory(licences) { notes.append("conflict: marked free of rights, and claimed") }
            return Signal(
                .embeddedXMP, carrier: "xmp", scope: .document, category: .licence,
                value: rights.mark == .unknown ? .invalid : .unknown, quote: packet.quote(property),
                notes: notes + packet.notes)
        }
    }

    private static func licence(_ property: XMP.Property, _ written: String, _ packet: XMPPacket) -> Signal {
        Signal(
            .embeddedXMP, carrier: "xmp", scope: .document, category: .licence, value: .unknown,
            conditions: [String(property.text.prefix(300))], quote: packet.quote(property),
            notes: [written] + packet.notes)
    }
}
