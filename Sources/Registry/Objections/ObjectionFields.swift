internal import Canonical
internal import Provenance
internal import WebAddress

/// The keys of one line of an objection file.
struct ObjectionFields {
    private static let keys: Set<String> = [
        "id", "scope", "state", "standing", "effective_from", "effective_to", "recorded_at", "uses", "capacity",
        "review", "note",
    ]
    private static let uses = UseCategory.allCases.filter { $0 != .licence && $0 != .access }

    private let object: JSONValue
    private let file: String
    private let line: Int

    init(_ object: JSONValue, file: String, line: Int) throws(RegistryError) {
        self.object = object
        self.file = file
        self.line = line
        guard let members = object.members else { throw fault(.notJSON, "", "this is no JSON object") }
        try refuseUnknown(members, known: Self.keys, within: "")
    }

    func objection(_ suffixes: PublicSuffixList, now: Timestamp) throws(RegistryError) -> Objection {
        let from = try time("effective_from")
        let to = object["effective_to"] == nil ? nil : try time("effective_to")
        if let to, to <= from { throw fault(.badValue, "effective_to", "it is not later than effective_from") }
        let state: ObjectionState = try choice("state")
        if state.hasEnded, to.map({ $0 <= now }) != true {
            let advice = "what is \(state.rawValue) needs an end, and that has passed; until then it is EFFECTIVE"
            throw fault(to == nil ? .missingKey : .badValue, "effective_to", advice)
        }
        let recorded = try time("recorded_at")
        guard recorded <= now else {
            throw fault(.badValue, "recorded_at", "\(recorded) is later than the time of this compile, \(now)")
        }
        if object["note"] != nil { _ = try string("note") }
        return Objection(
            id: try id(), scope: try scope(suffixes), state: state, standing: try choice("standing"),
            effectiveFrom: from, effectiveTo: to, recordedAt: recorded, uses: try uses(), capacity: try capacity(),
            isUnderReview: try isUnderReview())
    }

    private func isUnderReview() throws(RegistryError) -> Bool {
        guard let value = object["review"] else { return false }
        guard let isUnderReview = value.bool else { throw fault(.badValue, "review", "true or false is due") }
        return isUnderReview
    }

    private func capacity() throws(RegistryError) -> Objection.Capacity {
        guard object["capacity"] != nil else { return .soleHolder }
        guard try string("capacity") == Objection.Capacity.coAuthor.rawValue else {
            let known = Objection.Capacity.coAuthor.rawValue
            throw fault(.badValue, "capacity", "the one capacity known is \(known); leave it out for any other")
        }
        return .coAuthor
    }

    private func id() throws(RegistryError) -> String {
        let id = try string("id")
        guard (1...128).contains(id.utf8.count), id.utf8.allSatisfy(Self.isIDByte) else {
            throw fault(.badValue, "id", "an id is 1 to 128 letters, digits and . _ : / -")
        }
        return id
    }

    static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"),
            UInt8(ascii: "/"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private func scope(_ suffixes: PublicSuffixList) throws(RegistryError) -> ObjectionScope {
        guard let scope = object["scope"] else { throw fault(.missingKey, "scope", "it is missing") }
        guard let members = scope.members else { throw fault(.badValue, "scope", "it is an object of kind and value") }
        try refuseUnknown(members, known: ["kind", "value"], within: "scope.")
        let kind: ScopeKind = try choice("kind", of: scope, within: "scope.")
        let value = try string("value", of: scope, within: "scope.")
        switch ObjectionScope.read(kind, value, suffixes) {
        case .success(let scope): return scope
        case .failure(let refusal): throw fault(.badScope, "scope.value", refusal.reason)
        }
    }

    private func uses() throws(RegistryError) -> [UseCategory] {
        guard let value = object["uses"] else { return [.all] }
        let known = Self.uses.map(\.rawValue).joined(separator: ", ")
        let advice = "it is a list of one or more of: \(known); leave it out to refuse all"
        guard let items = value.array, !items.isEmpty else { throw fault(.badValue, "uses", advice) }
        var named: Set<UseCategory> = []
        for item in items {
            guard let use = Self.uses.first(where: { $0.rawValue == item.string }), named.insert(use).inserted else {
                throw fault(.badValue, "uses", advice)
            }
        }
        return UseCategory.allCases.filter(named.contains)
    }

    private func time(_ key: String) throws(RegistryError) -> Timestamp {
        let text = try string(key)
        // A fraction would be dropped on reading, and so end a block before its time.
        guard !text.contains("."), let time = Timestamp(rfc3339: text) else {
            throw fault(
                .badValue, key, "\"\(text.prefix(80))\" is not a time like 2026-11-23T12:00:00Z, in whole seconds")
        }
        return time
    }

    private func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ key: String, of object: JSONValue? = nil, within path: String = ""
    ) throws(RegistryError) -> Value {
        let text = try string(key, of: object, within: path)
        guard let value = Value(rawValue: text) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw fault(.badValue, path + key, "\"\(text.prefix(80))\" is none of: \(known)")
        }
        return value
    }

    private func string(
        _ key: String, of object: JSONValue? = nil, within path: String = ""
    ) throws(RegistryError) -> String {
        guard let value = (object ?? self.object)[key] else { throw fault(.missingKey, path + key, "it is missing") }
        guard let text = value.string else { throw fault(.badValue, path + key, "it is not a string") }
        return text
    }

    private func refuseUnknown(
        _ members: [JSONValue.Member], known: Set<String>, within path: String
    ) throws(RegistryError) {
        for member in members where !known.contains(member.key) {
            let reason = "there is no such key; known are \(known.sorted().joined(separator: ", "))"
            throw fault(.unknownKey, path + member.key, reason)
        }
    }

    private func fault(_ code: RegistryError.Code, _ key: String, _ reason: String) -> RegistryError {
        RegistryError(code, file: file, line: line, key: key, reason: reason)
    }
}
