internal import Canonical
internal import Foundation
internal import Jobs
internal import Licensing
internal import Provenance
internal import Shards

/// What the decision function costs on the evidence of a run, at every moment, under every pack there is.
struct DecideMeasure {
    private struct Case {
        let considered: Considered
        let at: [(moment: Moment, time: Timestamp)]
    }

    let json: JSONValue

    /// - Parameters:
    ///   - output: A folder that `muniment filter` or `crawl` wrote.
    ///   - config: The settings with the packs' folder and the profile.
    ///   - rounds: At least 1; one more goes before them, so that nothing is measured that happens once.
    /// - Throws: What the output or the settings cannot be read for.
    init(output: String, config path: String, rounds: Int) throws {
        let config = try RunConfig.read(path: path)
        let names = try PolicyRules.packs(config).map(\.id)
        let ruleset = try PolicyRules.ruleset(config, active: names)
        let profile = try PolicyRules.profile(config)
        let cases = try Self.cases(output)
        guard !cases.isEmpty else { throw MeasureError("\(output): no capture in its evidence") }
        var spent = [Moment: [Double]]()
        var verdicts: [String: Int] = [:]
        var grown: [Int] = []
        for round in 0...rounds {
            let before = MeasureClock.residentBytes
            verdicts.removeAll(keepingCapacity: true)
            for moment in Moment.allCases {
                let start = MeasureClock.thread()
                for one in cases {
                    guard let place = one.at.first(where: { $0.moment == moment }) else { continue }
                    let decision = decide(
                        one.considered, profile: profile, ruleset: ruleset, moment: moment, at: place.time)
                    if moment == .use { verdicts[decision.verdict.rawValue, default: 0] += 1 }
                }
                if round > 0 { spent[moment, default: []].append(MeasureClock.thread() - start) }
            }
            if round > 0 { grown.append(MeasureClock.residentBytes - before) }
        }
        json = Self.json(cases, names, spent, verdicts, grown)
    }

    private static func cases(_ output: String) throws -> [Case] {
        let folder = output + "/evidence"
        var cases: [Case] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            for line in try RowFile.lines(folder + "/" + name) {
                let row = try EvidenceRow(line: line)
                guard row.kind == .capture else { continue }
                cases.append(Case(considered: row.considered, at: row.decisions.map { ($0.moment, $0.at) }))
            }
        }
        return cases
    }

    private static func json(
        _ cases: [Case], _ packs: [String], _ spent: [Moment: [Double]], _ verdicts: [String: Int], _ grown: [Int]
    ) -> JSONValue {
        let moments = Moment.allCases.compactMap { moment -> JSONValue? in
            guard let rounds = spent[moment] else { return nil }
            let count = cases.count { one in one.at.contains { $0.moment == moment } }
            let nanoseconds = rounds.map { JSONValue.integer(Int64($0 / Double(max(1, count)) * 1e9)) }
            return .object([
                .init("decisions", .integer(Int64(count))), .init("moment", .string(moment.rawValue)),
                .init("nanoseconds", .array(nanoseconds)),
            ])
        }
        return .object([
            .init("documents", .integer(Int64(cases.count))),
            .init("memory_growth", .array(grown.map { .integer(Int64($0)) })), .init("moments", .array(moments)),
            .init("packs", .array(packs.map { .string($0) })),
            .init("verdicts", .object(verdicts.map { .init($0.key, .integer(Int64($0.value))) })),
        ])
    }
}
