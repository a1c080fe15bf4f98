public import Canonical
internal import Provenance

/// What is known of an objection: its events folded, and what time has done since.
///
/// Timers are computed and never stored: a deficiency not answered, proof never handed in, a delay that is over, an end
/// that was named. Source: licensing bases 2(b) and 0.0.4, 0.0.8, read 2026-11-29.
public struct ObjectionLife: Hashable, Sendable {
    /// What will take effect after its delay unless it is stopped.
    public struct Pending: Hashable, Sendable {
        public let step: LifeStep
        public let due: Timestamp
    }

    public let id: String
    public let terms: FiledTerms
    public let receivedAt: Timestamp
    public private(set) var state: ObjectionState
    public private(set) var standing: Standing
    /// Since when it is in this state.
    public private(set) var since: Timestamp
    /// Whether proof was handed in that nobody has decided on: then no time runs against the objector.
    public private(set) var awaitsDecision = false
    public private(set) var pending: Pending?
    /// The code the last step gave, or the id of the objection that replaced this one.
    public private(set) var reason = ""
    public private(set) var erased: Set<FieldGroup> = []
    /// How far its texts reach, as far as anybody looked.
    public private(set) var reach: CopyReach?
    /// Whether its texts reach so far that somebody shall look at it first: until then what they cover is held and not
    /// barred.
    public private(set) var isUnderReview = false
    /// Whether somebody looked and confirmed the reach.
    private var isConfirmed = false
    /// How standings were shown.
    private var shownBy: Set<ProofMethod> = []
    private var end: Timestamp?
    private var rules: RegistryRules

    init(_ id: String, _ terms: FiledTerms, adoptedAt standing: Standing? = nil, at: Timestamp, _ rules: RegistryRules)
    {
        (self.id, self.terms, receivedAt, since, self.rules) = (id, terms, at, at, rules)
        state = standing == nil ? .received : .effective
        self.standing = standing ?? .claim
    }

    /// Exclusive end of its effect as far as it is known; nil if none is.
    public var effectiveTo: Timestamp? {
        let withdrawal = pending.flatMap { $0.step == .withdraw ? $0.due : nil }
        return [end, terms.to, withdrawal].compactMap { $0 }.min()
    }

    /// Whether it refuses use now, as far as state and standing go; its scopes and interval decide the rest.
    public var isBlocking: Bool { terms.act.isRefusal && state.isBlocking && standing >= terms.minimum }

    /// Whether a withdrawal is under way that can still be stopped.
    public var isBeingWithdrawn: Bool { state == .effective && pending?.step == .withdraw }

    /// What must be shown before it is verified.
    public var standingDue: Standing { max(terms.minimum, terms.kinds.map(\.standingDue).max() ?? .documents) }

    /// Whether what was shown is enough for all its scopes. Whoever speaks for an account has been found on its page, or has
    /// signed: a mailbox at the platform is everybody's.
    public var isProven: Bool {
        guard standing >= standingDue else { return false }
        return !terms.kinds.contains(.account) || shownBy.contains(.account) || standing >= .signature
    }

    /// This life as it stands at a later time if nothing happens until then.
    public func at(_ time: Timestamp) -> ObjectionLife {
        var life = self
        life.advance(to: time)
        return life
    }

    private mutating func advance(to time: Timestamp) {
        while let (due, next) = nextTimer, due <= time { enter(next, at: due) }
    }

    /// What time alone will make of it, and when; nil if it stays as it is.
    public var nextChange: (due: Timestamp, state: ObjectionState)? { nextTimer }

    private var nextTimer: (due: Timestamp, state: ObjectionState)? {
        var timers: [(due: Timestamp, state: ObjectionState)] = []
        if state.isBlocking, let to = terms.to { timers.append((to, .expired)) }
        switch state {
        case .standingPending where !awaitsDecision:
            timers.append((since.adding(days: rules.decisionDays), .deficient))
        case .deficient: timers.append((since.adding(days: rules.cureDays), .lapsed))
        case .effective: if let pending { timers.append((pending.due, pending.step.transition.to)) }
        default: break
        }
        return timers.min { $0.due < $1.due }
    }

    private mutating func enter(_ next: ObjectionState, at time: Timestamp) {
        state = next
        since = time
        pending = nil
        awaitsDecision = false
        if next.hasEnded { end = time }
    }

    /// Applies an event of this objection.
    ///
    /// - Throws: ``LifeFault`` if its state, or the standing shown, does not allow it; the life is then as time left it.
    mutating func apply(_ event: RegistryEvent, _ rules: RegistryRules) throws(LifeFault) {
        advance(to: event.recordedAt)
        self.rules = rules
        switch event.body {
        case .step(let step, let shown, let reason): try take(step, shown, reason, at: event.recordedAt)
        case .stop(let reason): try stop(reason)
        case .challenge: try demand(state.isBlocking, "a nonce is given for an objection that has not ended")
        case .submit:
            try demand(state == .standingPending, "proof is handed in while the standing is pending")
            awaitsDecision = true
        case .prove(let level, let method):
            try demand(state.isBlocking, "what has ended is proven no more")
            standing = max(standing, level)
            shownBy.insert(method)
        case .erase(let group): try erase(group)
        case .reach(let reach): try take(reach, at: event.recordedAt)
        case .confirm(let reason):
            try demand(isUnderReview, "no reach of it is under review")
            (isUnderReview, isConfirmed, self.reason) = (false, true, reason)
        case .rules, .file, .adopt, .notice, .repertoire:
            throw LifeFault("\(event.name) is no event in the life of an objection")
        }
    }

    private mutating func take(
        _ step: LifeStep, _ shown: Standing?, _ reason: String, at time: Timestamp
    ) throws(LifeFault) {
        let (from, next) = step.transition
        try demand(state == from, "\(step.rawValue) leads from \(from.rawValue) and it is \(state.rawValue)")
        switch step {
        case .verify:
            let due = standingDue
            let account = terms.kinds.contains(.account) ? ", and a nonce on the account's page" : ""
            try demand(isProven, "its scopes need \(due.rawValue)\(account), and \(standing.rawValue) is shown")
        case .withdraw, .contest:
            try demand(
                shown.map { $0 >= standing } == true, "it needs \(standing.rawValue) or more, as the objection has")
            try demand(
                step == .withdraw || pending == nil, "a \(pending?.step.rawValue ?? "") is under way; stop it first")
        case .liftByOrder: try demand(shown == .order, "it needs an order, L5")
        case .supersede: try demand(!reason.isEmpty, "the id of the objection that replaces it is due")
        case .reject, .deficient, .lift: try demand(!reason.isEmpty, "a reason is due")
        default: break
        }
        self.reason = reason
        if step.isDelayed {
            pending = Pending(step: step, due: delay(of: step, from: time))
        } else {
            enter(next, at: time)
            contestCopies(at: time)
        }
    }

    private mutating func take(_ reach: CopyReach, at time: Timestamp) throws(LifeFault) {
        try demand(
            state.isBlocking && terms.kinds.contains(.text),
            "only an objection to a text, that has not ended, reaches copies")
        self.reach = reach
        let isWide = reach.documents > rules.reachDocuments || reach.domains > rules.reachDomains
        if isWide, !isConfirmed { isUnderReview = true }
        contestCopies(at: time)
    }

    /// A copy that somebody else may have the better right to contests what is in effect, at once: it blocks on.
    private mutating func contestCopies(at time: Timestamp) {
        if state == .effective, pending == nil, reach?.isDoubted == true { enter(.contested, at: time) }
    }

    private func delay(of step: LifeStep, from time: Timestamp) -> Timestamp {
        let plain = time.adding(days: rules.delayDays)
        return step == .contest ? max(plain, rules.after(businessDays: rules.counterBusinessDays, from: time)) : plain
    }

    private mutating func stop(_ reason: String) throws(LifeFault) {
        try demand(pending != nil, "nothing is under way that could be stopped")
        pending = nil
        self.reason = reason
    }

    private mutating func erase(_ group: FieldGroup) throws(LifeFault) {
        try demand(terms.commitments[group] != nil, "it has no \(group.rawValue)")
        try demand(!erased.contains(group), "its \(group.rawValue) is erased already")
        // Without its scope it could block nothing, and erasing must never lift an objection.
        try demand(
            group != .scope || !state.isBlocking, "it is \(state.rawValue) and blocks by its scope; end it first")
        erased.insert(group)
    }

    private func demand(_ holds: Bool, _ reason: String) throws(LifeFault) {
        guard holds else { throw LifeFault("\(id): \(reason)") }
    }
}
