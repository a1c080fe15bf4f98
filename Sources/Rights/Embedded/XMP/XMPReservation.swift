internal import Markup
internal import Provenance

/// The properties of the TDM Reservation Protocol in XMP.
///
/// Source: W3C TDMRep, CG Final Report of 2024-05-10, section on PDF, read 2026-11-24.
public enum XMPReservation {
    /// What a packet says; all of its reservations and policies count.
    public static func statement(_ xmp: XMP) -> TDMReservation {
        TDMReservation(
            reservations: values("reservation", xmp).map(\.text), policies: values("policy", xmp).map(\.text))
    }

    private static func values(_ local: String, _ xmp: XMP) -> [XMP.Value] {
        properties(local, xmp).flatMap(\.values)
    }

    private static func properties(_ local: String, _ xmp: XMP) -> [XMP.Property] {
        xmp.properties.filter {
            TDMRepReader.namespaces.contains($0.name.namespace)
                && ($0.name.local == local || $0.name.local == "tdm-" + local)
        }
    }

    /// - Parameter isWhole: Whether nothing is missing of the packet and its file; what is freed by less frees nothing.
    static func read(_ packet: XMPPacket, isWhole: Bool, into draft: inout ReadingDraft) {
        let first = properties("reservation", packet.xmp).first ?? properties("policy", packet.xmp).first
        let statement = statement(packet.xmp)
        guard let first, isWhole || statement.reservation != .notReserved else { return }
        TDMRepReader.readEmbedded(
            statement, carrier: "xmp", quote: packet.quote(first), notes: packet.notes, into: &draft)
    }
}
