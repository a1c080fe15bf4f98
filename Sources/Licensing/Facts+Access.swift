internal import Provenance

extension FactReader {
    /// `access`, `body.whole`, `document.text`.
    func readAccess(into sheet: inout FactSheet) {
        sheet[.access] = accessMask
        guard moment != .fetch else { return }
        // The bytes of a picture are whole, and no text.
        let state = considered.capture?.bodyState
        sheet.set(.bodyWhole, Truth(state == .whole || state == .notText))
        sheet.set(.documentText, Truth((considered.document?.textBytes ?? 0) > 0))
    }

    private var accessMask: UInt64 {
        if moment == .fetch, isPending { return AccessValue.pending.bit }
        switch considered.access {
        case .open: return AccessValue.open.bit
        case .refused: return AccessValue.refused.bit
        case .offer: return AccessValue.offer.bit
        case .paywalled: return AccessValue.paywalled.bit
        case .blocked: return AccessValue.blocked.bit
        case .unavailable: return AccessValue.unavailable.bit
        case .unknown: return FactSheet.everything[Fact.access.rawValue] & ~AccessValue.pending.bit
        }
    }

    /// Before the request, and between the headers of a 2xx answer and its page, there is nothing to read access
    /// from.
    private var isPending: Bool {
        guard let capture = considered.capture else { return true }
        return considered.access == .unknown && (200..<300).contains(capture.status)
    }
}
