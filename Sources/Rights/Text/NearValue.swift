/// Whether a value refuses, under a name that means one of a specification and is none.
enum NearValue {
    private static let reserving: Set<String> = ["1", "true", "yes", "reserved", "opt-out", "optout", "on"]

    /// Of a name that is `TDM` alone, only a plain yes reserves; of a longer one all but a 0.
    static func reserves(_ value: String, _ name: String) -> Bool {
        let value = ByteText.lowercased(value)
        return name.utf8.filter(ByteText.isLetter).count <= 4
            ? reserving.contains(value) : !value.isEmpty && value != "0"
    }

    static func refusesUsage(_ value: String) -> Bool {
        let statement = AIPref.parse(value)
        return statement[.trainAI] == .disallowed || !statement.restrictiveIntent.isEmpty
            || !statement.legacyDeny.isEmpty
    }

    static func refusesSignal(_ value: String) -> Bool {
        let statement = ContentSignal.parse(value)
        if statement.values[.aiTrain] == "no" { return true }
        if let use = statement.values[.use], use != "full" { return true }
        return statement.undefined.contains { pair in
            let parts = pair.split(maxSplits: 1) { $0 == "=" || $0 == ":" }.map(String.init)
            return parts.count == 2 ? TrainingName.refuses(parts[0], parts[1]) : TrainingName.isRefusal(pair)
        }
    }

    /// A rule that refuses training to all; under a name that speaks of AI, any that shuts out.
    static func refusesRobots(_ value: String, _ name: String) -> Bool {
        let isForAI = ByteText.lowercased(name).split { !$0.isLetter }.contains("ai")
        return XRobotsTag.parse(content: value).contains { rule in
            rule.name == "noai" || rule.isRestrictiveIntent || isForAI && RobotsDirective.shutOut.contains(rule.name)
        }
    }
}
