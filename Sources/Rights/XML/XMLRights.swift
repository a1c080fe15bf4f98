public import Canonical
public import Markup
public import WebAddress

/// All rights statements of an XML document with the things they speak of.
public struct XMLRights: Sendable {
    public let holders: [XMLHolder]
    /// In document order.
    public let statements: [XMLStatement]
    public let attribution: String
    /// What the document says by the TDM Reservation Protocol.
    public let reservation: TDMReservation
    /// Why nothing may be concluded from what is not there; nil if all was read.
    public let fault: String?

    /// - Parameters:
    ///   - url: Of the document, for what names itself by its address.
    ///   - at: When the document was taken.
    ///   - tables: The licences that are known.
    public static func read(
        _ xml: XMLReading, url: CanonicalURL, at: Timestamp, tables: SignalTables
    ) -> XMLRights {
        XMLRights(XMLScan(XMLInput(xml, url: url, at: at, licences: tables.licences)))
    }

    init(_ scan: XMLScan) {
        (holders, statements, attribution) = (scan.holders, scan.statements, scan.attribution)
        reservation = scan.reservation
        fault = scan.input.xml.fault?.description ?? (scan.isCut ? "more statements than are read" : nil)
    }

    /// The statements that count for a thing: its own, or what it takes over from the feed round it.
    ///
    /// Licences and words are taken over apart. An entry asks its source before its feed (RFC 4946, section 2.4).
    public func effective(_ holder: Int, where isMeant: (XMLStatement) -> Bool) -> [XMLStatement] {
        let own = statements.filter { $0.holder == holder && isMeant($0) }
        guard own.isEmpty, [.item, .entry].contains(holders[holder].level) else { return own }
        let sources = holders.indices.filter { holders[$0].level == .source && holders[$0].outer == holder }
        for source in sources {
            let taken = statements.filter { $0.holder == source && isMeant($0) }
            if !taken.isEmpty { return taken }
        }
        let feeds = feed(of: holder)
        return statements.filter { feeds.contains($0.holder) && isMeant($0) }
    }

    /// The channel or feed of an item; an RSS 1.0 item stands beside its channel, not in it.
    private func feed(of holder: Int) -> [Int] {
        var outer = holders[holder].outer
        while outer >= 0, ![.channel, .feed].contains(holders[outer].level) { outer = holders[outer].outer }
        return outer >= 0 ? [outer] : holders.indices.filter { holders[$0].level == .channel }
    }
}
