internal import Canonical
public import Provenance

/// A use that a report's lines are of, as the operator's log records it.
///
/// A report has it as `US`, number, record, model, licensee, territory, epochs, from, to.
@dynamicMemberLookup
public struct RecordedUse: Hashable, Sendable {
    /// Names the entry of the log.
    public let record: String
    public let terms: UseTerms

    public init(record: String, terms: UseTerms) { (self.record, self.terms) = (record, terms) }

    public subscript<Value>(dynamicMember path: KeyPath<UseTerms, Value>) -> Value { terms[keyPath: path] }

    static let kind = "US"

    func fields(_ number: Int) -> [String] {
        [
            Self.kind, String(number), record, terms.model, terms.licensee, terms.territory, String(terms.epochs),
            terms.from.description, terms.to.description,
        ]
    }

    /// - Parameter known: Those that stand before it.
    /// - Throws: ``SettlementError`` with code `badInput` that names the field.
    init(_ fields: [String], after known: [RecordedUse], _ head: UsageReport.Head) throws(SettlementError) {
        func fault(_ reason: String) -> SettlementError { SettlementError(.badInput, reason) }
        guard fields.count == 9 else {
            throw fault("US has 9 fields: number, record, model, licensee, territory, epochs, from, to")
        }
        guard fields[1] == String(known.count + 1) else {
            throw fault("the number of the use should be \(known.count + 1), not \(fields[1].prefix(20))")
        }
        for (place, name) in [(2, "record"), (3, "model"), (4, "licensee")] where fields[place].isEmpty {
            throw fault("\(name) is empty in a use")
        }
        guard !known.contains(where: { $0.record == fields[2] }) else {
            throw fault("record \(fields[2].prefix(80)) stands twice: a use is told once")
        }
        guard UsageFields.isTerritory(fields[5].utf8) else {
            throw fault("territory \"\(fields[5].prefix(20))\" is no code of ISO 3166-1 such as CN")
        }
        guard let epochs = UInt64(fields[6]), epochs > 0 else { throw fault("epochs is a whole number above 0") }
        guard let from = Timestamp(rfc3339: fields[7]), let to = Timestamp(rfc3339: fields[8]), from < to else {
            throw fault("from and to of a use are two times of RFC 3339, the first before the second")
        }
        guard head.from < to, to <= head.to else {
            throw fault(
                "the use ends at \(to), outside the period of the report: it is due in the one in which it ends")
        }
        self.init(
            record: fields[2],
            terms: UseTerms(
                model: fields[3], licensee: fields[4], territory: fields[5], epochs: epochs, from: from, to: to))
    }
}
