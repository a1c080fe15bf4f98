internal import Provenance
internal import WebAddress

/// Reads status and redirects of a response as statements on access.
enum AccessReader {
    static func readStatus(_ response: ResponseInput, _ walls: WallTable, into draft: inout ReadingDraft) {
        let status = AccessStatus(status: response.status, headers: response.headers, walls: walls)
        let login = status.finding == .open ? loginHop(response, walls) : nil
        let finding: AccessFinding = login == nil ? status.finding : .blocked
        draft.access.append(finding == .open && bodiless.contains(response.status) ? .unknown : finding)
        guard finding != .open || status.kind == .paid else { return draft.set(.accessStatus, .absent) }
        draft.set(.accessStatus, .stated)
        draft.add(
            Signal(
                .accessStatus, carrier: login == nil ? "status" : "redirect", scope: .document, subject: login ?? "",
                category: .access, value: value(status, finding), conditions: conditions(status),
                quote: Quote(String(response.status), in: .none),
                notes: [login == nil ? status.kind.rawValue : "redirected-to-login"]))
    }

    /// Answers that hold no document: 204 and 205 have no body, that of 226 is a difference.
    /// Source: RFC 9110, sections 15.3.5 and 15.3.6; RFC 3229, section 10.4.1.
    private static let bodiless: Set<Int> = [204, 205, 226]

    private static func value(_ status: AccessStatus, _ finding: AccessFinding) -> SignalValue {
        switch finding {
        case .offer: .conditional
        case .unavailable, .unknown: .unknown
        case .open: .allow
        case .refused, .paywalled, .blocked: .deny
        }
    }

    private static func conditions(_ status: AccessStatus) -> [String] {
        var conditions: [String] = []
        if let price = status.price { conditions.append("price \(price.currency) \(price.amount)") }
        if let charged = status.charged { conditions.append("charged \(charged.currency) \(charged.amount)") }
        if let scheme = status.scheme { conditions.append("scheme " + scheme) }
        if let error = status.error { conditions.append("error " + error) }
        conditions += status.offer?.requirements.map(\.text) ?? []
        if let blocker = status.blockedBy { conditions.append("blocked-by " + blocker) }
        if let terms = status.offeredTerms { conditions.append("terms " + terms) }
        return conditions
    }

    /// Adds what the body of a 402 asks, where the body is at hand.
    static func readOffer(_ body: [UInt8], of response: ResponseInput, into draft: inout ReadingDraft) {
        guard response.status == 402, let offer = PaymentOffer.parse(body) else { return }
        let asked = offer.requirements.map(\.text)
        draft.signals = draft.signals.map { signal in
            guard signal.source == .accessStatus, signal.value == .conditional else { return signal }
            return signal.with(conditions: asked.filter { !signal.conditions.contains($0) }, notes: ["x402"])
        }
    }

    /// The URL of a login, consent or challenge page that a request for another page was sent on to; nil if it was not.
    private static func loginHop(_ response: ResponseInput, _ walls: WallTable) -> String? {
        guard let first = response.hops.first, first.url != response.url.text else { return nil }
        return walls.wall(path: response.url.text) != nil && walls.wall(path: first.url) == nil
            ? response.url.text : nil
    }
}
