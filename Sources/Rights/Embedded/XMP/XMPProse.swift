internal import Markup
internal import Provenance

/// Reads what the words of rights in XMP reserve: `dc:rights` and `xmpRights:UsageTerms`, in every language.
enum XMPProse {
    /// The first reservation of the packets, else the first grant, which permits nothing.
    static func signal(_ packets: [XMPPacket], table: ReservationTable) -> Signal? {
        var grant: Signal?
        for packet in packets {
            for property in packet.xmp.all(XMPNames.rights) + packet.xmp.all(XMPNames.usageTerms) {
                for value in property.values {
                    guard let found = ProseFinding.find(inWords: Array(value.text.utf8), table) else { continue }
                    let signal = ProseReader.signal(
                        found.answer, carrier: "xmp", scope: .document, quote: packet.quote(property))
                    if signal.value == .deny { return signal }
                    grant = grant ?? signal
                }
            }
        }
        return grant
    }
}
