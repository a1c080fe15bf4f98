internal import Provenance

/// The codes of what led to a pack's verdict, most telling first. ``ReasonText`` explains each.
struct Reasons {
    private(set) var codes: [String] = []

    init(
        _ evaluation: PackEvaluation, _ reader: FactReader, gates: [GateOutcome], bases: [BasisOutcome],
        standing: Basis?
    ) {
        for gate in gates where gate.fired == .yes { codes.append("gate.\(gate.id)") }
        for gate in gates where gate.fired == .unknown { codes.append("gate-unknown.\(gate.id)") }
        let isBarred = !codes.isEmpty
        if let standing {
            codes.append("basis.\(standing.id)")
            for flag in standing.flags where !isBarred && flag.when.truth(evaluation.facts) != .no {
                codes.append("flag.\(flag.id)")
            }
        } else if evaluation.moment != .fetch {
            addFallen(evaluation.pack, bases)
            codes.append("otherwise.\(evaluation.pack.otherwise)")
        }
        let facts = evaluation.facts
        if isBarred || standing == nil { addRobots(reader, facts) }
        if evaluation.moment != .fetch, standing == nil {
            addReservation(reader, facts, evaluation.pack.protocolSet(.reservation))
            addLicence(reader, facts, evaluation.pack.protocolSet(.licence))
        }
        if evaluation.moment != .tag, facts.truth(of: .registryAsked) == .no { codes.append("registry.not-asked") }
    }

    /// What each basis that was observed lacks. Those raised only because a licence could not be read say so once,
    /// elsewhere.
    private mutating func addFallen(_ pack: Pack, _ outcomes: [BasisOutcome]) {
        for outcome in outcomes where outcome.raised == .yes {
            guard let basis = pack.bases.first(where: { $0.id == outcome.id }) else { continue }
            for (name, truth) in zip(basis.conditions, outcome.conditions) where truth == .no {
                codes.append("condition.\(basis.id).\(name)")
            }
            for (name, truth) in zip(basis.conditions, outcome.conditions) where truth == .unknown {
                codes.append("condition-unknown.\(basis.id).\(name)")
            }
        }
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
        for signal in reader.considered.signals {
            switch reader.absence(by: signal) {
            case .yes: break
            case .no: add("reserved.\(signal.source.rawValue)")
            case .unknown: add("reserved-unclear.\(signal.source.rawValue)")
            }
        }
        guard facts.truth(of: .reservationNone) == .unknown else { return }
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
        for source in set.required {
            let state = reader.considered.states(at: reader.moment)[source]
            if state == .unreadable || state == .notChecked { add("licence-unread.\(source.rawValue)") }
        }
    }

    private mutating func add(_ knowledge: FactReader.Knowledge, _ source: RightsProtocol, _ moment: Moment) {
        let place = "\(moment.rawValue).\(source.rawValue)"
        switch knowledge {
        case .known: return
        case .unreadable: add("unreadable.\(place)")
        case .notChecked: add("not-checked.\(place)")
        case .stale: add("needs-recheck.\(place)")
        case .later: add("later.\(place)")
        case .unsupported: add("unsupported.\(place)")
        }
    }

    private mutating func add(_ code: String) {
        if !codes.contains(code) { codes.append(code) }
    }
}
