internal import Canonical

extension NoticeLife {
    /// Its published versions as entries of a notices file (`docs/formats/grounds.md`), as known at a time: one for each
    /// group of sources whose window began together.
    func grounds(at time: Timestamp) -> [JSONValue] {
        versions.flatMap { version in
            let starts = Dictionary(grouping: version.record.sources) { source in
                Beginning(
                    start: start(of: source, in: version, by: time),
                    witness: proof(of: source, in: version, by: time)?.name)
            }
            return starts.compactMap { beginning, sources in beginning.start.map { ($0, beginning.witness, sources) } }
                .sorted { ($0.0, $0.1 ?? "") < ($1.0, $1.1 ?? "") }
                .map { entry(version, $0.2, from: $0.0, witness: $0.1, at: time) }
        }
    }

    private struct Beginning: Hashable {
        let start: Timestamp?
        let witness: String?
    }

    private func entry(
        _ version: Version, _ sources: [String], from start: Timestamp, witness: String?, at time: Timestamp
    ) -> JSONValue {
        let record = version.record
        func texts(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
        var members: [JSONValue.Member] = [
            .init(
                "collection",
                .object([.init("from", .string(record.from.description)), .init("to", .string(record.to.description))])),
            .init("commercial", .bool(record.isCommercial)), .init("id", .string(id)),
            .init("period_days", .integer(Int64(record.periodDays))),
            .init("probes", .array(spans(until: time))), .init("published", .string(start.description)),
            .init("purposes", texts(record.purposes)), .init("sources", texts(sources)),
            .init("territories", texts(record.territories)), .init("version", .integer(Int64(version.number))),
        ]
        if let witness { members.append(.init("witness", .string(witness))) }
        if !record.remuneration.isEmpty { members.append(.init("remuneration", .string(record.remuneration))) }
        if let ended = version.ended, ended.at <= time { members.append(.init("ended", .string(ended.at.description))) }
        return .object(members.sorted { JSONWriter.precedes($0.key, $1.key) })
    }

    /// Runs of days on which it was found.
    private func spans(until time: Timestamp) -> [JSONValue] {
        let days = Set(found.filter { $0.at <= time }.map(\.at.dayStart)).sorted()
        var spans: [(from: Timestamp, to: Timestamp)] = []
        for day in days {
            if let last = spans.last, last.to.adding(days: 1) == day {
                spans[spans.count - 1].to = day
            } else {
                spans.append((day, day))
            }
        }
        return spans.map {
            .object([.init("from", .string($0.from.description)), .init("to", .string($0.to.description))])
        }
    }
}
