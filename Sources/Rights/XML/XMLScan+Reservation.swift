internal import Markup
internal import Provenance

extension XMLScan {
    /// What the document says by the TDM Reservation Protocol.
    ///
    /// A reservation counts wherever it stands in the document; what frees a part frees no more than the part.
    var reservation: TDMReservation {
        let values = reservations.filter { isOfDocument($0.element) || ByteText.trimmed($0.value) != "0" }
        return TDMReservation(
            reservations: values.map(\.value), policies: policies.filter { isOfDocument($0.element) }.map(\.value))
    }

    /// Adds the reservation, and the state of its protocol.
    func readReservation(into draft: inout ReadingDraft) {
        let place = reservations.first { ByteText.trimmed($0.value) == "1" } ?? reservations.first ?? policies.first
        let statement = reservation
        TDMRepReader.readEmbedded(
            statement, carrier: input.xml.root.map { OpenPackage.isPackage($0.name) } ?? false ? "opf" : "rdf-xml",
            quote: place.map { input.quote($0.element) } ?? .nothing, into: &draft)
    }

    private func isOfDocument(_ element: Int) -> Bool { holders[holder(of: element)].isDocument }
}
