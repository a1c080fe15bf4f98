internal import Provenance

/// The codes of what was read, or could not be, that led to a verdict. ``ReasonText`` explains each.
struct ReadingReasons {
    private(set) var codes: [String] = []

    /// - Parameters:
    ///   - facts: As a pack sees them.
    ///   - box: That pack, or another that asks for the same protocols.
    init(_ asks: PackOutcome.Asks, _ reader: FactReader, _ facts: FactSheet, _ box: PackEvaluation.Box) {
        if asks != .nothing { addRobots(reader, facts) }
        if asks == .everything {
            addReservation(reader, facts, box.reservation)
            addLicence(reader, facts, box.licence)
        }
        if reader.moment != .tag, facts.truth(of: .registryAsked) == .no { codes.append("registry.not-asked") }
    }

    private mutating func addRobots(_ reader: FactReader, _ facts: FactSheet) {
        switch facts.truth(of: .robotsAllows) {
        case .yes: return
        case .no: add("robots.disallows")
        case .unknown:
            add(reader.knowledgeAtFetch(.robots), .robots, .fetch)
            if reader.moment != .fetch { add(reader.knowledgeAtUse(.robots), .robots, .use) }
        }
    }

    private mutating func addReservation(_ reader: FactReader, _ facts: FactSheet, _ set: ProtocolSet?) {
        guard let set, facts.truth(of: .reservationNone) != .yes else { return }
        guard facts.truth(of: .reservationNone) != .unknown || reader.signals.unreserved != .yes else {
            return addUnknown(reader, set)
        }
        for signal in reader.considered.signals {
            switch reader.absence(by: signal) {
            case .yes: break
            case .no: add(ReasonCodes.reserved[signal.source.index])
            case .unknown: add(ReasonCodes.reservedUnclear[signal.source.index])
            }
        }
        if facts.truth(of: .reservationNone) == .unknown { addUnknown(reader, set) }
    }

    private mutating func addUnknown(_ reader: FactReader, _ set: ProtocolSet) {
        for source in set.required {
            if set.atFetch { add(reader.knowledgeAtFetch(source), source, .fetch) }
            if set.atUse { add(reader.knowledgeAtUse(source), source, .use) }
        }
    }

    private mutating func addLicence(_ reader: FactReader, _ facts: FactSheet, _ set: ProtocolSet?) {
        guard let set else { return }
        switch reader.considered.licence.outcome {
        case .conflict: add("licence.conflict")
        case .unclear: add("licence.unclear")
        case .none: if facts.truth(of: .licenceCovers) == .no { add("licence.none") }
        case .covers: break
        }
        guard set.mask & ~reader.protocols.read != 0 else { return }
        for source in set.required where reader.protocols.read & 1 << UInt32(source.index) == 0 {
            add(ReasonCodes.licenceUnread[source.index])
        }
    }

    private mutating func add(_ knowledge: FactReader.Knowledge, _ source: RightsProtocol, _ moment: Moment) {
        if let code = ReasonCodes.code(knowledge, source, moment) { add(code) }
    }

    private mutating func add(_ code: String) {
        if !codes.contains(code) { codes.append(code) }
    }
}
