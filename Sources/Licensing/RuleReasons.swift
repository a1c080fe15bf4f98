internal import Provenance

/// The codes of gates, bases and conditions that led to a pack's verdict, most telling first. ``ReasonText`` explains each.
struct RuleReasons {
    private(set) var codes: [String] = []

    /// Begins with the gates: those that fired, then those of which it cannot be told.
    init(_ outcomes: [GateOutcome], of program: PackProgram, at moment: Moment) {
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

    /// The basis that stands, with its marks.
    mutating func addStanding(_ basis: PackProgram.BasisRow, flagged: Bool, _ run: PackProgram.Run) {
        codes.append(basis.code)
        for flag in basis.flags where flagged && run.truth(flag.start) != .no { codes.append(flag.code) }
    }

    /// What each basis that was observed lacks. Those raised only because a licence could not be read say so once,
    /// elsewhere.
    mutating func addFallen(_ program: PackProgram, _ raised: [PackEvaluation.Raised]) {
        for (place, outcome) in raised where outcome.raised == .yes {
            let row = program.bases[place]
            for (index, truth) in outcome.conditions.enumerated() where truth == .no {
                codes.append(row.fallenCodes[index])
            }
            for (index, truth) in outcome.conditions.enumerated() where truth == .unknown {
                codes.append(row.unknownCodes[index])
            }
        }
        codes.append(program.otherwiseCode)
    }
}
