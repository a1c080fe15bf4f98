/// Folds events that come subject by subject, one life at a time.
struct LifeWalk {
    let rules: [(place: Int, rules: RegistryRules)]
    let path: String
    private var fold = LogFold()
    private var subject = ""
    private var first = 0
    private var inForce = -1

    init(rules: [(place: Int, rules: RegistryRules)], path: String) {
        self.rules = rules
        self.path = path
    }

    /// - Returns: The life before, with the place of its first event, if this event begins another.
    mutating func take(_ event: RegistryEvent) throws -> (ObjectionLife, Int)? {
        let done = event.subject == subject ? nil : finish()
        if event.subject != subject {
            fold = LogFold()
            (subject, first, inForce) = (event.subject, event.index, -1)
        }
        while inForce + 1 < rules.count, rules[inForce + 1].place < event.index {
            inForce += 1
            fold.use(rules[inForce].rules)
        }
        do throws(LifeFault) { try fold.apply(event) } catch {
            throw RegistryError.damaged(path, event.index, error.reason)
        }
        return done
    }

    mutating func finish() -> (ObjectionLife, Int)? { fold.lives[subject].map { ($0, first) } }
}
