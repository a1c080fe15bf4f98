internal import Canonical
internal import Registry

/// Words for what is shown, in one language.
struct Views: Sendable {
    let texts: Texts
    let language: Language

    func say(_ key: String, _ values: String...) -> String {
        var text = texts.say(key, language)
        for (index, value) in values.enumerated() { text = text.replacing("{\(index)}", with: value) }
        return text
    }

    func name(_ section: String, _ word: String) -> String { texts.name(section, word, language) }

    /// A time that means the same to everybody.
    func time(_ time: Timestamp) -> String {
        let text = time.description
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
    }

    func scope(_ scope: ObjectionScope) -> [String: Any] {
        ["scope": scope.key, "kind": name("kind", scope.kind.rawValue)]
    }

    func effect(_ life: ObjectionLife, _ scopes: [ObjectionScope]?) -> String {
        guard life.terms.act.isRefusal else { return say("effect.none") }
        guard life.isBlocking else { return say(life.state.isBlocking ? "effect.not_yet" : "effect.ended") }
        let kinds = scopes.map { $0.map(\.kind) } ?? life.terms.kinds
        let blocking = kinds.count { life.standing.suffices(for: $0) }
        if blocking == kinds.count { return say("effect.blocks") }
        return say(blocking == 0 ? "effect.not_yet" : "effect.partly")
    }

    func life(_ followed: Followed) -> [String: Any] {
        let life = followed.life
        var values: [String: Any] = [
            "id": life.id, "state": name("state", life.state.rawValue), "since": say("follow.since", time(life.since)),
            "effect": effect(life, followed.scopes), "act": name("act", life.terms.act.rawValue),
            "scopes": (followed.scopes ?? []).map(scope), "received": time(life.receivedAt),
            "standing": name("standing", life.standing.rawValue),
            "standingDue": life.standing >= life.standingDue
                ? say("follow.enough") : say("follow.due", name("standing", life.standingDue.rawValue)),
            "events": followed.events.map(event),
        ]
        if let next = life.nextChange {
            values["next"] = say("follow.next_text", name("state", next.state.rawValue), time(next.due))
        }
        if let pending = life.pending {
            values["pending"] = say("follow.pending_text", name("event", pending.step.rawValue), time(pending.due))
        }
        return values
    }

    func event(_ event: RegistryEvent) -> [String: Any] {
        let isObjection =
            switch event.body {
            case .notice, .repertoire: false
            default: !event.subject.isEmpty
            }
        return [
            "index": event.index, "time": time(event.recordedAt), "name": name("event", event.name),
            "subject": event.subject, "objection": isObjection,
        ]
    }

    func fault(_ refusal: Refusal) -> [String: Any] {
        var message = say(refusal.text)
        // A code no text tells is told by the registry's own words alone.
        if message == refusal.text { message = say("error.refused") }
        return refusal.detail.isEmpty ? ["message": message] : ["message": message, "detail": refusal.detail]
    }

    func choices(_ section: String, _ words: [String], chosen: String) -> [[String: Any]] {
        words.map { ["value": $0, "name": name(section, $0), "isChosen": $0 == chosen] }
    }
}
