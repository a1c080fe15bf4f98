internal import Shards

/// The table `payments.tsv`.
struct PaymentTable {
    private let rules: SettlementRules

    init(_ rules: SettlementRules) { self.rules = rules }

    func write(_ payments: [Payment], _ put: OutputFile.Put) throws(ShardError) {
        var out = PiecedText()
        let more = rules.hasPayouts ? ["payout_currency", "rate", "paid_out"] : []
        try out.add(["party", "allocated", "carried_in", "adjusted", "paid", "carried_forward"] + more, to: put)
        for one in payments {
            let amounts = [one.allocated, one.carriedIn, one.adjusted, one.paid, one.carriedForward].map { String($0) }
            try out.add([one.party] + amounts + (rules.hasPayouts ? Self.payout(one) : []), to: put)
        }
        try out.flush(to: put)
    }

    private static func payout(_ payment: Payment) -> [String] {
        guard let payout = payment.payout else { return ["", "", ""] }
        return [payout.rate.currency.code, payout.rate.id, String(payout.amount)]
    }
}
