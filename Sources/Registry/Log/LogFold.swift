/// Folds the events of a log, in their order, into what is known of each objection.
public struct LogFold: Hashable, Sendable {
    public private(set) var lives: [String: ObjectionLife] = [:]
    public private(set) var notices: [String: NoticeLife] = [:]
    /// Parties, societies, tariffs and mandates, by kind and id.
    public private(set) var repertoire: [String: RepertoireLife] = [:]
    public private(set) var rules = RegistryRules()

    public init() {}

    /// Lets other rules hold from here on.
    mutating func use(_ rules: RegistryRules) { self.rules = rules }

    /// - Throws: ``LifeFault`` for an event that cannot follow those before it.
    mutating func apply(_ event: RegistryEvent) throws(LifeFault) {
        switch event.body {
        case .rules(let rules):
            guard event.subject.isEmpty else { throw LifeFault("rules have no subject") }
            self.rules = rules
        case .file(let terms): try begin(event, terms, nil)
        case .adopt(let terms, let standing): try begin(event, terms, standing)
        case .notice(let notice):
            var life = notices[event.subject] ?? NoticeLife(event.subject)
            try life.apply(notice, index: event.index, at: event.recordedAt)
            notices[event.subject] = life
        case .repertoire(let entry):
            var life = repertoire[event.subject] ?? RepertoireLife(event.subject)
            try life.apply(entry, index: event.index, at: event.recordedAt)
            repertoire[event.subject] = life
        default:
            guard var life = lives[event.subject] else { throw LifeFault("there is no objection \(event.subject)") }
            try life.apply(event, rules)
            lives[event.subject] = life
        }
    }

    private mutating func begin(_ event: RegistryEvent, _ terms: FiledTerms, _ standing: Standing?) throws(LifeFault) {
        guard lives[event.subject] == nil, notices[event.subject] == nil,
            repertoire[event.subject] == nil, !event.subject.isEmpty
        else {
            throw LifeFault("\(event.subject) was filed before; an id names one objection")
        }
        lives[event.subject] = ObjectionLife(
            event.subject, terms, adoptedAt: standing, at: event.recordedAt, rules)
    }
}
