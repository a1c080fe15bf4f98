internal import Provenance

/// The codes of what led to a pack's verdict, most telling first. ``ReasonText`` explains each.
struct Reasons {
    private(set) var codes: [String] = []

    /// - Parameter standing: The place of the basis that stands in the pack.
    init(
        _ evaluation: PackEvaluation, _ reader: FactReader, _ run: PackProgram.Run, gates: [GateOutcome],
        raised: [PackEvaluation.Raised], standing: Int?
    ) {
        let box = evaluation.box
        codes.reserveCapacity(8)
        addGates(gates, of: box.program, at: evaluation.moment)
        let isBarred = !codes.isEmpty
        if let standing {
            codes.append(box.program.bases[standing].code)
            for flag in box.program.bases[standing].flags where !isBarred && run.truth(flag.start) != .no {
                codes.append(flag.code)
            }
        } else if evaluation.moment != .fetch {
            addFallen(box.program, raised)
            codes.append(box.program.otherwiseCode)
        }
        let facts = evaluation.facts
        if isBarred || standing == nil { addRobots(reader, facts) }
        if evaluation.moment != .fetch, standing == nil {
            addReservation(reader, facts, box.reservation)
            addLicence(reader, facts, box.licence)
        }
        if evaluation.moment != .tag, facts.truth(of: .registryAsked) == .no { codes.append("registry.not-asked") }
    }

    /// Those that fired, then those of which it cannot be told.
    private mutating func addGates(_ outcomes: [GateOutcome], of program: PackProgram, at moment: Moment) {
        for wanted in [Truth.yes, .unknown] {
            guard outcomes.contains(where: { $0.fired == wanted }) else { continue }
            var index = 0
            for place in program.gates.indices where program.gates[place].applies(at: moment) {
                if outcomes[index].fired == wanted {
                    codes.append(wanted == .yes ? program.gates[place].firedCode : program.gates[place].unknownCode)
                }
                index += 1
            }
        }
    }

    /// What each basis that was observed lacks. Those raised only because a licence could not be read say so once,
    /// elsewhere.
    private mutating func addFallen(_ program: PackProgram, _ raised: [PackEvaluation.Raised]) {
        for (place, outcome) in raised where outcome.raised == .yes {
            let row = program.bases[place]
            for (index, truth) in outcome.conditions.enumerated() where truth == .no {
                codes.append(row.fallenCodes[index])
            }
            for (index, truth) in outcome.conditions.enumerated() where truth == .unknown {
                codes.append(row.unknownCodes[index])
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
