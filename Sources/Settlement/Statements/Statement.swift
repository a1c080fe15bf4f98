internal import Canonical

/// What a party is told of a pool: every amount attributed, for which work, what was deducted, what is paid and what waits.
///
/// Source: Directive 2014/26/EU, Art. 18(1): amounts attributed and paid, the period, deductions, what is outstanding;
/// read 2026-11-29.
public struct Statement: Sendable {
    public let payment: Payment
    /// Of this party alone, those in dispute included.
    public let lines: [AllocationLine]
    public let allocation: Allocation

    /// The statements of all parties with an amount, sorted by name.
    public static func all(_ allocation: Allocation, _ payments: [Payment]) -> [Statement] {
        var lines: [String: [AllocationLine]] = [:]
        for line in allocation.lines where !line.party.isEmpty { lines[line.party, default: []].append(line) }
        var known = Dictionary(uniqueKeysWithValues: payments.map { ($0.party, $0) })
        for party in lines.keys where known[party] == nil {
            known[party] = Payment(nothingTo: party)
        }
        return known.sorted { ByteOrder.precedes($0.key, $1.key) }.map { party, payment in
            Statement(payment: payment, lines: lines[party] ?? [], allocation: allocation)
        }
    }

    public var adjustments: [Adjustment] {
        allocation.pool.adjustments.filter { $0.party == payment.party }
    }

    /// In dispute, whoever wins it.
    public var held: Int64 { lines.reduce(0) { $1.state == .heldDispute ? $0 + $1.amount : $0 } }

    /// Comma-separated, with the line of column names (RFC 4180).
    public var csv: [UInt8] {
        var out = "work,role,society,state,why,amount,currency\r\n"
        for line in lines {
            let fields = [
                line.work, line.role, line.society, line.state.rawValue, line.why, String(line.amount),
                allocation.pool.currency.code,
            ]
            out += fields.map(Self.quoted).joined(separator: ",") + "\r\n"
        }
        if allocation.rules.statesAdjustments {
            for one in adjustments {
                let fields = [
                    "", "", "", Self.adjustment, Self.why(one), String(one.amount), allocation.pool.currency.code,
                ]
                out += fields.map(Self.quoted).joined(separator: ",") + "\r\n"
            }
        }
        return Array(out.utf8)
    }

    /// Stands in the place of a state.
    private static let adjustment = "ADJUSTMENT"

    /// The id and reason of an adjustment, and the earlier pool whose held money it is paid from.
    private static func why(_ one: Adjustment) -> String {
        "\(one.id): \(one.reason)" + (one.heldBy.isEmpty ? "" : " (held by \(one.heldBy))")
    }

    /// A field that a spreadsheet would take for a formula gets a leading apostrophe.
    private static func quoted(_ field: String) -> String {
        let isFormula = SheetFormula.begins(field) && Int64(field) == nil
        let safe = isFormula ? "'" + field : field
        guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Where the statements of a settled pool stand, and the list of them.
    public static let folder = "statements"
    public static let indexName = "index.tsv"

    /// The files of a statement: its number among all, and what is made when it is asked for.
    public func files(number: Int) -> [(name: String, bytes: () -> [UInt8])] {
        [("\(number).csv", { csv }), ("\(number).json", { json }), ("\(number).html", { page })]
    }

    /// The list of all statements, by number.
    public static func index(_ statements: [Statement]) -> [UInt8] {
        var index = "file\tparty\tpaid\tcarried_forward\n"
        for (number, statement) in statements.enumerated() {
            let payment = statement.payment
            index += "\(number + 1)\t\(payment.party)\t\(payment.paid)\t\(payment.carriedForward)\n"
        }
        return Array(index.utf8)
    }

    private var payout: [JSONValue.Member] {
        guard let payout = payment.payout else { return [] }
        return [
            .init(
                "payout",
                .object([
                    .init("amount", .integer(payout.amount)), .init("cost", .integer(payout.cost)),
                    .init("currency", .string(payout.rate.currency.code)), .init("id", .string(payout.rate.id)),
                    .init("rate", .string(payout.rate.rate.description)),
                ]))
        ]
    }

    private var adjustmentMembers: [JSONValue.Member] {
        guard allocation.rules.statesAdjustments else { return [] }
        let items = adjustments.map { one in
            JSONValue.object([
                .init("amount", .integer(one.amount)), .init("held", .string(one.heldBy)), .init("id", .string(one.id)),
                .init("reason", .string(one.reason)),
            ])
        }
        return [.init("adjustments", .array(items))]
    }

    public var json: [UInt8] {
        let pool = allocation.pool
        return JSONValue.object(
            adjustmentMembers + payout + [
                .init("adjusted", .integer(payment.adjusted)), .init("allocated", .integer(payment.allocated)),
                .init("carriedForward", .integer(payment.carriedForward)),
                .init("carriedIn", .integer(payment.carriedIn)),
                .init("currency", .string(pool.currency.code)), .init("from", .string(pool.from.description)),
                .init("heldDispute", .integer(held)),
                .init(
                    "lines",
                    .array(
                        lines.map { line in
                            .object([
                                .init("amount", .integer(line.amount)), .init("role", .string(line.role)),
                                .init("society", .string(line.society)), .init("state", .string(line.state.rawValue)),
                                .init("why", .string(line.why)), .init("work", .string(line.work)),
                            ])
                        })), .init("paid", .integer(payment.paid)), .init("party", .string(payment.party)),
                .init("pool", .string(pool.id)), .init("society", .string(pool.society)),
                .init("to", .string(pool.to.description)),
            ]
        ).canonicalBytes + [0x0A]
    }
}
