internal import Canonical
internal import Provenance

/// Reads the headers of a response that speak of rights.
enum HeaderReaders {
    static let protocols: [RightsProtocol] = [
        .aiprefHeader, .contentSignalHeader, .tdmrepHeader, .xRobotsTag, .licenceHeader, .rslHeader,
        .accessStatus,
    ]

    static func read(
        _ response: ResponseInput, agent: ProductToken, tables: SignalTables, into draft: inout ReadingDraft
    ) {
        AIPrefSignals.read(response.headers, into: &draft)
        ContentSignalSignals.read(response.headers, into: &draft)
        TDMRepReader.readHeaders(response.headers, into: &draft)
        readRobots(response, agent, tables.agents, &draft)
        NearFields.read(response.headers, into: &draft)
        HeaderProse.read(response.headers, tables.reservations, into: &draft)
        LicenceHeader.read(response, tables.licences, into: &draft)
        AccessReader.readStatus(response, tables.walls, into: &draft)
    }

    private static func readRobots(
        _ response: ResponseInput, _ agent: ProductToken, _ agents: AgentTable, _ draft: inout ReadingDraft
    ) {
        let reader = RobotsDirectiveSignals(
            source: .xRobotsTag, carrier: "header", agent: agent, agents: agents, fetched: response.fetched)
        let found = response.headers.all("x-robots-tag").flatMap { line in
            reader.signals(XRobotsTag.parse([line]), quote: Quote(line, in: .header, at: 0))
        }
        draft.addAddressed(found, as: .xRobotsTag)
    }
}
