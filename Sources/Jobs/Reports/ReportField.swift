internal import Canonical

/// One line of a form that others have laid down.
struct ReportField {
    let section: String
    let name: String
    let value: String

    /// What a run cannot know is said to be so, and nothing is guessed in its place.
    static func missing(_ why: String) -> String { "NOT PROVIDED: \(why)" }

    /// What only whoever offers the model knows.
    static let ofProvider = missing("the provider's own; no run knows it")

    var json: JSONValue {
        .object([
            .init("field", .string(name)), .init("section", .string(section)), .init("value", .string(value)),
        ])
    }
}
