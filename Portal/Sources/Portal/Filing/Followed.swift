internal import Canonical
internal import Registry

/// How an objection stands, with the events of its life.
struct Followed: Sendable {
    let life: ObjectionLife
    /// Nil if they are erased, or not to be told to who asks.
    let scopes: [ObjectionScope]?
    let events: [RegistryEvent]

    var json: JSONValue {
        .make([
            "events": .array(
                events.map {
                    .make([
                        "event": .string($0.name), "index": .number($0.index),
                        "recorded_at": .string($0.recordedAt.description),
                    ])
                }),
            "status": life.json(scopes),
        ])
    }
}
