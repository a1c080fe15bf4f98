internal import Provenance

/// Fields of a response whose names mean a field of rights and are none: `X-TDM-Reservation`, `Content-Signals`, `NoAI`.
///
/// What refuses there was meant to, and holds; what permits says nothing.
enum NearFields {
    private static let wanted: Set<NearName> = [.tdmReservation, .contentUsage, .contentSignal, .robots, .terms]
    private static let names: Set<String> = [
        "tdm-reservation", "tdm-policy", "content-usage", "content-signal", "x-robots-tag",
    ]
    private static let longestValue = 2048
    /// Fields that grant features of a browser. Source: Permissions Policy (W3C working draft), section 5.2, read 2026-11-30:
    /// it has none for training.
    private static let policies: Set<String> = ["permissions-policy", "feature-policy"]

    static func read(_ headers: HeaderList, into draft: inout ReadingDraft) {
        for field in headers.fields where field.value.utf8.count <= longestValue {
            guard let source = source(of: field) else { continue }
            let isTerms = source == .rslHeader
            draft.addVoid(
                Signal(
                    source, carrier: "header", scope: .document, category: source == .tdmrepHeader ? .tdm : .train,
                    value: .invalid, quote: Quote(field.name + ": " + field.value, in: .header, at: 0),
                    notes: [isTerms ? RSLStatement.Origin.advertised : "restrictive-intent", "misspelt"]))
        }
    }

    /// Whether a policy grants training to nobody: `ai-training=()`, `ai-training 'none'`.
    private static func grantsNobody(_ value: String) -> Bool {
        value.split { $0 == "," || $0 == ";" }.contains { part in
            let pair = part.split(maxSplits: 1) { $0 == "=" || $0 == " " }.map { ByteText.trimmed($0) }
            let isNobody =
                pair.count == 2 && ["()", "'none'", "none", "0", "no"].contains(ByteText.lowercased(pair[1]))
            return isNobody && TrainingName.refuses(pair[0], "no")
        }
    }

    /// The protocol that a field means and in which it refuses; nil of any other field.
    private static func source(of field: HeaderList.Field) -> RightsProtocol? {
        let value = ByteText.trimmed(field.value)
        if policies.contains(ByteText.lowercased(field.name)) { return grantsNobody(value) ? .xRobotsTag : nil }
        guard let meant = NearName.meant(by: field.name.utf8, among: wanted) else {
            return TrainingName.refuses(field.name, value) && !names.contains(ByteText.lowercased(field.name))
                ? .xRobotsTag : nil
        }
        guard !names.contains(ByteText.lowercased(field.name)) else { return nil }
        return switch meant {
        case .tdmReservation: NearValue.reserves(value, field.name) ? .tdmrepHeader : nil
        case .contentUsage: NearValue.refusesUsage(value) ? .aiprefHeader : nil
        case .contentSignal: NearValue.refusesSignal(value) ? .contentSignalHeader : nil
        case .robots: NearValue.refusesRobots(value, field.name) ? .xRobotsTag : nil
        case .terms: value.isEmpty ? nil : .rslHeader
        case .trainingAllowed, .disallow: nil
        }
    }
}
