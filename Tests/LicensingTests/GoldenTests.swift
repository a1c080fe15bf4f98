import Canonical
import Provenance
import Testing

@testable import Licensing

@Suite("Whole decisions")
struct GoldenTests {
    static func lines(_ decision: Decision) -> [String] {
        var out = [
            "\(decision.moment) \(decision.at) \(decision.verdict) [\(decision.obligations.joined(separator: " "))] \(decision.doubts)"
        ]
        for pack in decision.packs {
            let gates = pack.gates.filter { $0.fired != .no }.map { "\($0.id)=\($0.fired.rawValue):\($0.verdict)" }
            let bases = pack.bases.filter { $0.raised != .no }
                .map { "\($0.id)=\($0.raised.rawValue):\($0.conditions.map(\.rawValue).joined())" }
            out.append("\(pack.pack) \(pack.verdict) \(pack.basis) \(gates) \(bases)")
            out.append(pack.reasons.joined(separator: " "))
        }
        return out
    }

    @Test("a CC BY page under both packs")
    func licensed() throws {
        let page = Samples.page { $0.licence = Samples.licence("cc-by") }
        let rules = try Samples.ruleset(["eu", "open-only"])
        let decision = decide(page, profile: Samples.company, ruleset: rules, moment: .use, at: Samples.now)
        #expect(
            Self.lines(decision) == [
                "use 2026-11-23T12:00:00Z allowWithObligations [OB.ATTR OB.CHANGES OB.NOTICE] []",
                #"eu allowWithObligations open.cc-by [] ["open.cc-by=t:tttt", "exc.eu.cdsm4=t:ttttttt"]"#,
                "basis.open.cc-by",
                #"open-only allowWithObligations open.cc-by [] ["open.cc-by=t:tttt"]"#,
                "basis.open.cc-by",
            ])
    }

    @Test("a reserved page in a CC BY-NC dress, for a company")
    func reserved() throws {
        let page = Samples.page {
            $0.licence = Samples.licence("cc-by-nc")
            $0.signals = [
                Samples.signal(.tdmrepHeader, .tdm, .deny),
                Samples.signal(.metaRobots, .train, .conditional, conditions: ["noarchive"]),
            ]
        }
        let rules = try Samples.ruleset(["eu"])
        let decision = decide(page, profile: Samples.company, ruleset: rules, moment: .use, at: Samples.now)
        #expect(
            Self.lines(decision) == [
                "use 2026-11-23T12:00:00Z deny [] []",
                #"eu deny  [] ["open.cc-by-nc=t:tttuf", "exc.eu.cdsm4=t:tfttttt"]"#,
                "condition.open.cc-by-nc.commercial condition-unknown.open.cc-by-nc.refusal "
                    + "condition.exc.eu.cdsm4.reservation otherwise.exc.none reserved.tdmrep.header reserved.meta.robots",
            ])
    }

    @Test("a page of an archive without a word of its site")
    func archived() throws {
        let page = Samples.page {
            for source in RightsProtocol.allCases where source.siteFileKind != nil {
                $0.statesAtFetch[source] = .notChecked
                $0.statesAtUse[source] = .notChecked
            }
            $0.siteFiles = []
            $0.registry = .notAsked
        }
        let rules = try Samples.ruleset(["eu"])
        let decision = decide(page, profile: Samples.company, ruleset: rules, moment: .use, at: Samples.now)
        #expect(
            Self.lines(decision) == [
                "use 2026-11-23T12:00:00Z hold [] []",
                #"eu hold  ["HG4=u:hold"] ["exc.eu.cdsm4=t:tuttttt"]"#,
                "gate-unknown.HG4 condition-unknown.exc.eu.cdsm4.reservation otherwise.exc.none not-checked.fetch.robots "
                    + "not-checked.use.robots not-checked.fetch.robots.ai-agents not-checked.use.robots.ai-agents "
                    + "not-checked.fetch.aipref.robots not-checked.use.aipref.robots "
                    + "not-checked.fetch.content-signal.robots not-checked.use.content-signal.robots "
                    + "not-checked.fetch.tdmrep.file not-checked.use.tdmrep.file not-checked.fetch.ai.txt not-checked.use.ai.txt "
                    + "not-checked.fetch.trust.txt not-checked.use.trust.txt not-checked.fetch.rsl.robots "
                    + "not-checked.use.rsl.robots licence.none registry.not-asked",
            ])
    }

    @Test("canonical JSON of the profile")
    func profile() {
        #expect(
            String(decoding: Samples.company.json.canonicalBytes, as: UTF8.self)
                == #"{"actor":"company","commercial":true,"market":["DE"],"model_release":"closed","place_of_copying":["DE"],"#
                + #""purpose":"pretrain","redistributes_text":false,"research_org":null,"sme":false,"style_target":false}"#
        )
    }
}
