extension RightsProtocol {
    /// The place in the fixed order.
    ///
    /// Written out, since it is asked for with every state that is set.
    public var index: Int {
        switch self {
        case .robots: 0
        case .robotsAIAgents: 1
        case .aiprefRobots: 2
        case .aiprefHeader: 3
        case .contentSignalRobots: 4
        case .contentSignalHeader: 5
        case .tdmrepFile: 6
        case .tdmrepHeader: 7
        case .tdmrepMeta: 8
        case .tdmrepEmbedded: 9
        case .xRobotsTag: 10
        case .metaRobots: 11
        case .aiTxt: 12
        case .trustTxt: 13
        case .rslRobots: 14
        case .rslHeader: 15
        case .rslPage: 16
        case .licenceHeader: 17
        case .licencePage: 18
        case .licenceFeed: 19
        case .embeddedXMP: 20
        case .embeddedC2PA: 21
        case .naturalLanguage: 22
        case .accessStatus: 23
        case .accessPage: 24
        case .rslEmbedded: 25
        }
    }
}
