internal import Canonical

/// One input, one protocol, and everything its reader should say of it.
struct RightsVectorFormat: VectorFormat {
    let name = "rights signals"

    /// Reads an input and says all it can in the words of the rows; what a row does not ask is not compared.
    typealias Reading = @Sendable (VectorRow) throws(VectorFault) -> JSONValue

    /// Protocols that are read, by the name of the signal. What is not here is skipped.
    static let readings: [String: Reading] = robotsReadings.merging(usageReadings) { one, _ in one }
        .merging(licenceReadings) { one, _ in one }.merging(accessReadings) { one, _ in one }
        .merging(feedReadings) { one, _ in one }
        .merging(rslReadings) { one, _ in one }
        .merging(embeddedReadings) { one, _ in one }
        .merging(siteTextReadings) { one, _ in one }

    func recognises(_ row: JSONValue) -> Bool { row.has("signal", "input", "expected") }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let signal = try row.text("signal")
        guard let reading = Self.readings[signal] else { return .skipped("\(signal) is not read") }
        let input = VectorRow(value: try row.object("input"), line: row.line, folder: row.folder)
        if let foreign = Self.foreignCarriers.first(where: { input[$0] != nil }) {
            return .skipped("\(signal) in \(foreign) is not read")
        }
        return Comparison.outcome(
            expected: try row.object("expected"), got: try reading(input),
            unordered: ["rules", "flags", "licences", "paywalledSelectors", "signals"])
    }

    private static let foreignCarriers = ["epub", "pdf"]
}
