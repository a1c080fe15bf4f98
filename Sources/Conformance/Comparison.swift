internal import Canonical

/// Compares what a row expects with what the code says, key by key.
enum Comparison {
    /// Every key of the expectation must have its value; what the row does not mention is not compared.
    ///
    /// - Parameter unordered: Keys whose lists are sets, and whose objects hold nothing but what is expected.
    static func outcome(
        expected: JSONValue, got: JSONValue, unordered: Set<String> = []
    ) -> VectorOutcome {
        let isEqual = covers(expected, got, isSet: false, unordered)
        return isEqual ? .passed : .failed(expected: expected.display, got: got.display)
    }

    private static func covers(
        _ expected: JSONValue, _ got: JSONValue, isSet: Bool, _ unordered: Set<String>
    ) -> Bool {
        // Of preferences none at all, and each of them unknown, say the same.
        if let members = expected.members, got == .null, !members.isEmpty {
            return members.allSatisfy { [.null, .string("unknown")].contains($0.value) }
        }
        if let members = expected.members, let found = got.members {
            if isSet, found.contains(where: { expected[$0.key] == nil }) { return false }
            return members.allSatisfy { member in
                covers(member.value, got[member.key] ?? .null, isSet: unordered.contains(member.key), unordered)
            }
        }
        guard let wanted = expected.array, let found = got.array else { return expected == got }
        guard wanted.count == found.count else { return false }
        if !isSet { return zip(wanted, found).allSatisfy { covers($0, $1, isSet: false, unordered) } }
        return wanted.allSatisfy { item in found.contains { covers(item, $0, isSet: false, unordered) } }
            && found.allSatisfy { item in wanted.contains { covers($0, item, isSet: false, unordered) } }
    }
}
