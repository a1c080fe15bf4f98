internal import Canonical

/// Reads the members of a row's object strictly: what is missing or of another type is an error with its key.
struct RowReader {
    let format: String
    let value: JSONValue
    let path: String
    /// Whether it knows its path: that costs more than reading, and only a fault asks for it.
    private let tellsPath: Bool

    init(line: [UInt8], format: String, tellsPath: Bool = true) throws(RowError) {
        do {
            self.init(value: try JSONReader.read(line), format: format, path: "", tellsPath: tellsPath)
        } catch {
            throw RowError(format: format, key: "", problem: error.description)
        }
    }

    init(value: JSONValue, format: String, path: String, tellsPath: Bool = true) {
        self.value = value
        self.format = format
        self.path = path
        self.tellsPath = tellsPath
    }

    func fault(_ key: String, _ problem: String) -> RowError {
        RowError(format: format, key: below(key), problem: problem)
    }

    private func below(_ value: JSONValue, _ path: String) -> RowReader {
        RowReader(value: value, format: format, path: path, tellsPath: tellsPath)
    }

    private func below(_ key: String) -> String {
        if path.isEmpty || !tellsPath { return key }
        return key.isEmpty ? path : "\(path).\(key)"
    }

    /// Refuses what is no object, and an object with a key that is not among `known`: what a misspelt or later key
    /// says would be passed over, and a row must never read softer than it was written.
    func only(_ known: Set<String>) throws(RowError) {
        guard let members = value.members else { throw fault("", "an object is due") }
        for member in members where !known.contains(member.key) { throw fault(member.key, "is no key of this format") }
    }

    /// The members of an object whose keys are not fixed.
    func entries(_ key: String) throws(RowError) -> [JSONValue.Member] {
        guard let members = try member(key).value.members else { throw fault(key, "an object is due") }
        return members
    }

    func optional(_ key: String) -> RowReader? {
        value[key].map { below($0, tellsPath ? below(key) : "") }
    }

    func member(_ key: String) throws(RowError) -> RowReader {
        guard let member = optional(key) else { throw fault(key, "is missing") }
        return member
    }

    func string(_ key: String) throws(RowError) -> String {
        guard let text = value[key]?.string else { throw fault(key, "a string is due") }
        return text
    }

    func string(_ key: String, or standard: String) throws(RowError) -> String {
        value[key] == nil ? standard : try string(key)
    }

    func integer(_ key: String) throws(RowError) -> Int {
        guard let number = value[key]?.integer else { throw fault(key, "an integer is due") }
        return Int(number)
    }

    func bool(_ key: String) throws(RowError) -> Bool {
        guard let flag = value[key]?.bool else { throw fault(key, "true or false is due") }
        return flag
    }

    func strings(_ key: String) throws(RowError) -> [String] {
        guard let member = optional(key) else { return [] }
        return try member.strings()
    }

    func strings() throws(RowError) -> [String] {
        guard let items = value.array else { throw fault("", "a list is due") }
        var out: [String] = []
        for item in items {
            guard let text = item.string else { throw fault("", "a list of strings is due") }
            out.append(text)
        }
        return out
    }

    func list(_ key: String) throws(RowError) -> [RowReader] {
        guard let member = optional(key) else { return [] }
        guard let items = member.value.array else { throw fault(key, "a list is due") }
        guard tellsPath else { return items.map { below($0, "") } }
        return items.enumerated().map { below($1, "\(member.path)[\($0)]") }
    }

    /// A string that `read` understands.
    func parsed<Value>(_ key: String, _ read: (String) -> Value?) throws(RowError) -> Value {
        let text = try string(key)
        guard let value = read(text) else { throw fault(key, "\(text) cannot be read") }
        return value
    }
}
