internal import Canonical

/// Reads the members of a row's object strictly: what is missing or of another type is an error with its key.
struct RowReader {
    private let tape: JSONTape
    private let node: Int
    let format: String
    let path: String
    /// Whether it knows its path: that costs more than reading, and only a fault asks for it.
    private let tellsPath: Bool

    /// Reads a line. One that is JSON and not canonical is read as what it means; that it has the one form its bytes are
    /// held to, an audit says.
    init(line: [UInt8], format: String, tellsPath: Bool = true) throws(RowError) {
        do throws(JSONError) {
            self.init(tape: try JSONTape(line), format: format, tellsPath: tellsPath)
        } catch {
            do throws(JSONError) {
                let tape = try JSONTape(JSONReader.read(line).canonicalBytes)
                self.init(tape: tape, format: format, tellsPath: tellsPath)
            } catch {
                throw RowError(format: format, key: "", problem: error.description)
            }
        }
    }

    init(value: JSONValue, format: String) throws(RowError) {
        try self.init(line: value.canonicalBytes, format: format)
    }

    private init(
        tape: JSONTape, node: Int = JSONTape.root, format: String, path: String = "", tellsPath: Bool
    ) {
        (self.tape, self.node, self.format, self.path, self.tellsPath) = (tape, node, format, path, tellsPath)
    }

    func fault(_ key: String, _ problem: String) -> RowError {
        RowError(format: format, key: below(key), problem: problem)
    }

    private func below(_ node: Int, _ path: String) -> RowReader {
        RowReader(tape: tape, node: node, format: format, path: path, tellsPath: tellsPath)
    }

    private func below(_ key: String) -> String {
        if path.isEmpty || !tellsPath { return key }
        return key.isEmpty ? path : "\(path).\(key)"
    }

    private var kind: JSONTape.Kind { tape.kind(node) }

    var isNull: Bool { kind == .null }

    /// Refuses what is no object, and an object with a key that is not among `known`: what a misspelt or later key
    /// says would be passed over, and a row must never read softer than it was written.
    func only(_ known: KnownKeys) throws(RowError) {
        guard kind == .object else { throw fault("", "an object is due") }
        var next = 0
        try tape.eachMember(of: node) { (key, _) throws(RowError) in
            guard let place = known.place(from: next, { tape.isText(key, $0) }) else {
                throw fault(tape.text(key), "is no key of this format")
            }
            next = place + 1
        }
    }

    /// The members of an object whose keys are not fixed.
    func entries(_ key: String) throws(RowError) -> [(key: String, value: RowReader)] {
        let object = try member(key)
        guard object.kind == .object else { throw fault(key, "an object is due") }
        var entries: [(key: String, value: RowReader)] = []
        tape.eachMember(of: object.node) { name, value in
            let name = tape.text(name)
            entries.append((name, below(value, tellsPath ? object.below(name) : "")))
        }
        return entries
    }

    func has(_ key: String) -> Bool { tape.member(key, of: node) != nil }

    func optional(_ key: String) -> RowReader? {
        tape.member(key, of: node).map { below($0, tellsPath ? below(key) : "") }
    }

    func member(_ key: String) throws(RowError) -> RowReader {
        guard let member = optional(key) else { throw fault(key, "is missing") }
        return member
    }

    /// The text that it is; nil for anything else.
    var text: String? { kind == .string ? tape.text(node) : nil }

    /// The integer that it is; nil for anything else.
    var number: Int? { kind == .integer ? tape.number(node) : nil }

    func string(_ key: String) throws(RowError) -> String {
        guard let member = tape.member(key, of: node), tape.kind(member) == .string else {
            throw fault(key, "a string is due")
        }
        return tape.text(member)
    }

    func string(_ key: String, or standard: String) throws(RowError) -> String {
        has(key) ? try string(key) : standard
    }

    func integer(_ key: String) throws(RowError) -> Int {
        guard let member = tape.member(key, of: node), tape.kind(member) == .integer else {
            throw fault(key, "an integer is due")
        }
        return tape.number(member)
    }

    func bool(_ key: String) throws(RowError) -> Bool {
        switch tape.member(key, of: node).map({ tape.kind($0) }) {
        case .yes: return true
        case .no: return false
        default: throw fault(key, "true or false is due")
        }
    }

    func strings(_ key: String) throws(RowError) -> [String] {
        guard let member = optional(key) else { return [] }
        return try member.strings()
    }

    func strings() throws(RowError) -> [String] {
        guard kind == .array else { throw fault("", "a list is due") }
        var out: [String] = []
        for item in tape.items(of: node) {
            guard tape.kind(item) == .string else { throw fault("", "a list of strings is due") }
            out.append(tape.text(item))
        }
        return out
    }

    /// The items of a list; nil for anything else.
    var items: [RowReader]? {
        guard kind == .array else { return nil }
        let items = tape.items(of: node)
        guard tellsPath else { return items.map { below($0, "") } }
        return items.enumerated().map { below($1, "\(path)[\($0)]") }
    }

    func list(_ key: String) throws(RowError) -> [RowReader] {
        guard let member = optional(key) else { return [] }
        guard let items = member.items else { throw fault(key, "a list is due") }
        return items
    }

    /// A string that `read` understands.
    func parsed<Value>(_ key: String, _ read: (String) -> Value?) throws(RowError) -> Value {
        let text = try string(key)
        guard let value = read(text) else { throw fault(key, "\(text) cannot be read") }
        return value
    }
}
