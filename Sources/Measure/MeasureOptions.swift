/// The words behind a mode: what is measured, and `--name value` pairs.
struct MeasureOptions {
    let mode: String
    let inputs: [String]
    private var pairs: [String: String] = [:]

    /// - Parameter known: The names of options, by mode.
    /// - Throws: ``MeasureError`` for a mode or option that is not known, or an option without a value.
    init(_ arguments: [String], known: [String: [String]]) throws {
        guard let mode = arguments.first, let names = known[mode] else {
            throw MeasureError("a mode is due: \(known.keys.sorted().joined(separator: ", "))")
        }
        var (rest, inputs): (ArraySlice<String>, [String]) = (arguments.dropFirst(), [])
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else {
                inputs.append(word)
                continue
            }
            guard names.contains(word), let value = rest.popFirst() else {
                throw MeasureError("\(word): \(mode) knows \(names.joined(separator: ", ")), each with a value")
            }
            pairs[word] = value
        }
        (self.mode, self.inputs) = (mode, inputs)
    }

    func text(_ name: String, or standard: String) -> String { pairs[name] ?? standard }

    func number(_ name: String, or standard: Int) throws -> Int {
        guard let text = pairs[name] else { return standard }
        guard let number = Int(text), number > 0 else { throw MeasureError("\(name): a number is due, not \(text)") }
        return number
    }

    /// The one thing that is measured.
    func input(_ what: String) throws -> String {
        guard inputs.count == 1, let input = inputs.first else { throw MeasureError("\(mode): \(what) is due") }
        return input
    }
}
