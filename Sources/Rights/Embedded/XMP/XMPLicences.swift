internal import Markup
internal import Provenance
internal import WebAddress

/// The licences that an XMP packet names: `cc:license`, and a licence's address as `xmpRights:WebStatement`.
///
/// Source: Creative Commons, "XMP" (the web statement carries the licence or a page that does), read 2026-11-24.
enum XMPLicences {
    static func read(_ packet: XMPPacket, url: CanonicalURL, _ licences: LicenceCatalogue) -> [LicenceCandidate] {
        var found: [LicenceCandidate] = []
        for property in XMPNames.licences.flatMap(packet.xmp.all) where !property.text.isEmpty {
            found.append(candidate(property, packet, url, licences))
        }
        for property in packet.xmp.all(XMPNames.webStatement) where !property.text.isEmpty {
            // Any page may be a web statement: only a licence's own address is one.
            let statement = candidate(property, packet, url, licences)
            if statement.named != .unknown { found.append(statement) }
        }
        return found
    }

    private static func candidate(
        _ property: XMP.Property, _ packet: XMPPacket, _ url: CanonicalURL, _ licences: LicenceCatalogue
    ) -> LicenceCandidate {
        let text = String(property.text.prefix(512))
        var candidate = LicenceCandidate(
            text, named: licences.named(value: text), carrier: .xmp, node: -1, quote: packet.quote(property),
            rank: .declared)
        candidate.notes = packet.notes
        if isElsewhere(property.about, url) {
            candidate.isDocument = false
            candidate.subject = String(property.about.prefix(512))
            candidate.drop(.otherResource, "subject is another resource")
        } else if packet.xmp.reading.fault != nil {
            // What could not be read to its end may take back what it grants.
            candidate.drop(.none, "the packet is not whole")
        }
        return candidate
    }

    /// A description is about the file itself, unless it names another web address.
    private static func isElsewhere(_ about: String, _ url: CanonicalURL) -> Bool {
        guard !about.isEmpty, ByteText.lowercased(about).hasPrefix("http") else { return false }
        do throws(WebURLError) { return try CanonicalURL(about, base: url.url) != url } catch { return true }
    }
}
