internal import Provenance

extension Moment {
    /// How a row's signals name the moments they belong to: their words in order, with a space between.
    static func text(_ moments: Set<Moment>) -> String {
        // Nearly all signals belong to both.
        if moments.count == 2, moments.contains(.fetch), moments.contains(.use) { return "fetch use" }
        return moments.sorted().map(\.rawValue).joined(separator: " ")
    }

    /// Reads ``text(_:)``; nil for a word that is no moment.
    static func set(_ text: String) -> Set<Moment>? {
        if text == "fetch use" { return both }
        var moments: Set<Moment> = []
        for name in text.split(separator: " ") {
            guard let moment = Moment(rawValue: String(name)) else { return nil }
            moments.insert(moment)
        }
        return moments
    }

    private static let both: Set<Moment> = [.fetch, .use]
}
