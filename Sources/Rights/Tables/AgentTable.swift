public import Canonical

/// Crawlers of others that robots files and robots meta elements speak to by name.
///
/// A site that refuses one that gathers for training, by name, reserves that use; a refusal of an assistant or of a search
/// engine does not by itself. Format: `config/signals/ai-agents.yaml`.
public struct AgentTable: Sendable {
    static let fileName = "ai-agents.yaml"

    /// What a crawler gathers for.
    public enum Purpose: String, CaseIterable, Hashable, Sendable {
        case train
        case search
        /// Fetches a page because a user asked.
        case assistant
        /// Search and training from one crawl.
        case mixed
        /// Known by name only.
        case unknown
    }

    public struct Agent: Hashable, Sendable {
        /// As its operator writes it.
        public let name: String
        /// What a robots file is matched by: the leading run of token characters.
        public let token: ProductToken
        public let purpose: Purpose
        /// Whether a refusal of it, by name, is evidence of a reservation against training.
        public let isCore: Bool
        public let operatorName: String
        /// Where it is known from, by its name in the table's `sources`.
        public let source: String
        /// Whether its name is a word of everyday use, which a meta element may have without speaking to it.
        let isEverydayWord: Bool
    }

    /// Those whose refusal, by name, may be evidence, one of each token; in the order of the table.
    struct Trainers: Sendable {
        let agents: [Agent]
        private let places: [String: Int]

        init(_ agents: [Agent]) {
            var (kept, places): ([Agent], [String: Int]) = ([], [:])
            for agent in agents where places[agent.token.key] == nil {
                places[agent.token.key] = kept.count
                kept.append(agent)
            }
            (self.agents, self.places) = (kept, places)
        }

        /// Those that a robots file names, in the order of the table; the work is that of the shorter list of names.
        func named(in groups: RobotsGroups) -> [Agent] {
            if groups.byAgent.count >= agents.count { return agents.filter { groups.isNamed($0.token) } }
            return groups.byAgent.keys.compactMap { places[$0] }.sorted().map { agents[$0] }
        }
    }

    public let agents: [Agent]
    let core: Trainers
    /// Those that gather for training and are not of the core set.
    let otherTrainers: Trainers
    private let addressed: Set<String>
    private let byToken: [String: Agent]

    init(_ node: ConfigNode) throws(ConfigError) {
        let keys = try node.map(["as_of", "sources", "agents", "also_addressed"])
        guard try keys["as_of"]?.string() != nil else { throw node.fault("as_of is missing") }
        let sources = try keys["sources"]?.entries() ?? []
        for source in sources { _ = try source.value.string() }
        let agents = try Self.agents(keys["agents"]?.list() ?? [], Set(sources.map(\.key)))
        guard agents.contains(where: \.isCore) else { throw node.fault("no agent is core: no refusal would count") }
        self.agents = agents
        core = Trainers(agents.filter(\.isCore))
        otherTrainers = Trainers(agents.filter { $0.purpose == .train && !$0.isCore })
        byToken = Dictionary(agents.map { ($0.token.key, $0) }) { first, later in later.isCore ? later : first }
        addressed = Set(agents.filter { !$0.isEverydayWord }.map { ByteText.lowercased($0.name) })
            .union(try keys["also_addressed"]?.strings().map { ByteText.lowercased($0) } ?? [])
    }

    /// Whether a robots meta element of this name, in lower case, speaks to a crawler.
    func isAddressed(_ name: String) -> Bool { addressed.contains(name) }

    /// The agent that a header, a meta element or a robots file means by a name: compared by the leading run of token
    /// characters, without regard to case.
    func agent(named name: String) -> Agent? { ProductToken(prefixOf: name).flatMap { byToken[$0.key] } }

    private static func agents(_ items: [ConfigNode], _ sources: Set<String>) throws(ConfigError) -> [Agent] {
        var (agents, names): ([Agent], Set<String>) = ([], [])
        for item in items {
            let agent = try agent(item)
            guard names.insert(ByteText.lowercased(agent.name)).inserted else {
                throw item.fault("\(agent.name) stands twice")
            }
            guard sources.contains(agent.source) else { throw item.fault("source: none of the names in sources") }
            agents.append(agent)
        }
        return agents
    }

    private static func agent(_ node: ConfigNode) throws(ConfigError) -> Agent {
        let keys = try node.map(["name", "operator", "purpose", "source", "core", "everyday_word"])
        guard let name = try keys["name"]?.string(), let token = ProductToken(prefixOf: name) else {
            throw node.fault("name: a name that begins with letters, - or _ is due")
        }
        guard let purposeNode = keys["purpose"] else { throw node.fault("purpose is missing") }
        let purpose = try Purpose(rawValue: purposeNode.choice(Purpose.allCases.map(\.rawValue))) ?? .unknown
        let isCore = try keys["core"]?.bool() ?? false
        guard !isCore || purpose == .train || purpose == .mixed else {
            throw node.fault("core: only a crawler that gathers for training can be")
        }
        return Agent(
            name: name, token: token, purpose: purpose, isCore: isCore,
            operatorName: try keys["operator"]?.string() ?? "", source: try keys["source"]?.string() ?? "",
            isEverydayWord: try keys["everyday_word"]?.bool() ?? false)
    }
}
