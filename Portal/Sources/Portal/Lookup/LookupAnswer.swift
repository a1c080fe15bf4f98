internal import Canonical
internal import Jobs
internal import Registry

/// What is known of something somebody asks about.
struct LookupAnswer: Sendable {
    /// A source of a notice that touches it.
    struct Announced: Sendable {
        let notice: NoticeLife
        let version: NoticeLife.Version
        let source: String
        let coversAll: Bool
    }

    let word: LookupWord
    let at: Timestamp
    let notices: [Announced]
    let objections: [StandingObjection]
    let runs: [OutputLookup.Answer]

    /// Whether an objection refuses use of all of it now.
    var isBlocked: Bool { objections.contains { $0.coversAll && $0.refuses } }

    var json: JSONValue {
        .make([
            "at": .string(at.description), "blocked": .bool(isBlocked), "notices": .array(notices.map { $0.json(at) }),
            "objections": .array(objections.map(\.json)), "query": .string(word.text),
            "runs": .array(runs.map(Self.json)),
        ])
    }

    private static func json(_ answer: OutputLookup.Answer) -> JSONValue {
        .make([
            "count": .number(answer.count), "proof": answer.proof.json, "rows": .array(answer.rows.map(\.json)),
        ])
    }
}

extension LookupAnswer.Announced {
    func json(_ at: Timestamp) -> JSONValue {
        .make([
            "covers_all": .bool(coversAll), "notice": .string(notice.id), "source": .string(source),
            "state": .string(notice.state(of: version, at: at).rawValue), "version": .number(version.number),
            "window_closes": notice.window(of: source, in: version, at: at).map { .string($0.closes.description) }
                ?? .null,
        ])
    }
}

extension StandingObjection {
    /// Whether use is refused by it now: by its state, and by its standing for this kind of scope.
    var refuses: Bool { life.isBlocking && life.standing.suffices(for: scope.kind) }

    var json: JSONValue {
        .make([
            "act": .string(life.terms.act.rawValue), "blocking": .bool(refuses), "covers_all": .bool(coversAll),
            "objection": .string(life.id), "scope": .string(scope.description),
            "state": .string(life.state.rawValue),
        ])
    }
}
