internal import Canonical
internal import Markup
internal import Rights

/// Metadata as an asset carries them: an XMP packet, a C2PA assertion or manifest, and what they say of training.
struct EmbeddedVectorFormat: VectorFormat {
    let name = "embedded metadata"

    func recognises(_ row: JSONValue) -> Bool {
        row.has("xmp", "expect_training") || row.has("assertion") || row.has("manifest", "id")
    }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let got = row["xmp"] != nil ? try Self.training(xmp: row) : try Self.training(c2pa: row)
        guard let expected = row["expect_training"] else {
            // A manifest without expectation is to be read, and what it says of training found.
            return Comparison.outcome(
                expected: .fields(["isStated": .bool(true)]), got: .fields(["isStated": .bool(got != .noStatement)]))
        }
        let words = Self.words(got)
        let wanted = expected.string.map(Self.firstWord)
        return Comparison.outcome(expected: .text(orNull: wanted), got: .text(orNull: words))
    }

    /// `disallow unless constraint allows` is a refusal: nobody has weighed the constraint.
    private static func firstWord(_ text: String) -> String { String(text.prefix { $0 != " " }) }

    private static func words(_ answer: TrainingMining.Answer) -> String? {
        switch answer {
        case .allow: "allow"
        case .deny, .conditional: "disallow"
        case .noStatement: nil
        }
    }

    private static func training(xmp row: VectorRow) throws(VectorFault) -> TrainingMining.Answer {
        let xmp = XMP(try row.bytes("xmp"))
        if let fault = xmp.reading.fault { throw VectorFault("unreadable XMP: \(fault)") }
        switch mining(in: xmp)?.answer(for: .generativeTraining) {
        case .allow?: return .allow
        case .deny?: return .deny
        case .noStatement?, nil: return .noStatement
        }
    }

    private static func training(c2pa row: VectorRow) throws(VectorFault) -> TrainingMining.Answer {
        RightsVectorFormat.strictest(try assertions(row).map { $0.answer(for: .generativeTraining) })
    }

    /// The strictest of what a packet says of mining; nil if it says nothing.
    static func mining(in xmp: XMP) -> PLUSDataMining? {
        let found = xmp.all(PLUSDataMining.property).map { PLUSDataMining($0.text) }
        return found.first(where: \.isProhibition) ?? found.first
    }

    /// The assertions of a row: one with `label` and `data`, alone or as `assertion`, or those of a manifest.
    static func assertions(_ row: VectorRow) throws(VectorFault) -> [TrainingMining] {
        for key in ["manifest", "manifest_store", "json", "store"] {
            guard let value = row[key] else { continue }
            let store = C2PAStore(json: try object(value))
            if !store.isWhole { throw VectorFault("unreadable manifest") }
            return store.assertions
        }
        let assertion = row["assertion"] ?? row.value
        let label = try assertion.text("label")
        guard TrainingMining.isLabel(label) else { return [] }
        guard let data = assertion["data"] else { throw VectorFault("no object `data`") }
        return [TrainingMining(label: label, json: data)]
    }

    /// A manifest may stand in a row as an object or as its text.
    private static func object(_ value: JSONValue) throws(VectorFault) -> JSONValue {
        guard let text = value.string else { return value }
        do throws(JSONError) { return try JSONReader.read(Array(text.utf8)) } catch { throw VectorFault("\(error)") }
    }
}
