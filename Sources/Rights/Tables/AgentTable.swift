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
    }

    public let agents: [Agent]
    private let addressed: Set<String>
    private let byToken: [String: Agent]

    /// In the order of the table.
    public var core: [Agent] { agents.filter(\.isCore) }

    init(_ node: ConfigNode) throws(ConfigError) {
        let keys = try node.map(["as_of", "source", "agents", "also_addressed"])
        for key in ["as_of", "source", "agents"] where keys[key] == nil { throw node.fault("\(key) is missing") }
        var agents: [Agent] = []
        for item in try keys["agents"]?.list() ?? [] {
            let agent = try Self.agent(item)
            guard !agents.contains(where: { $0.name == agent.name }) else {
                throw item.fault("\(agent.name) stands twice")
            }
            agents.append(agent)
        }
        guard agents.contains(where: \.isCore) else { throw node.fault("no agent is core: no refusal would count") }
        self.agents = agents
        byToken = Dictionary(agents.map { ($0.token.key, $0) }) { first, later in later.isCore ? later : first }
        addressed = Set(agents.map { ByteText.lowercased($0.name) })
            .union(try keys["also_addressed"]?.strings().map { ByteText.lowercased($0) } ?? [])
    }

    /// Whether a robots meta element of this name, in lower case, speaks to a crawler.
    func isAddressed(_ name: String) -> Bool { addressed.contains(name) }

    /// The agent that a header, a meta element or a robots file means by a name: compared by the leading run of token
    /// characters, without regard to case.
    func agent(named name: String) -> Agent? { ProductToken(prefixOf: name).flatMap { byToken[$0.key] } }

    private static func agent(_ node: ConfigNode) throws(ConfigError) -> Agent {
        let keys = try node.map(["name", "operator", "purpose", "core"])
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
            operatorName: try keys["operator"]?.string() ?? "")
    }
}
