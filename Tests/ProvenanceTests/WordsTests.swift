import Canonical
import Provenance
import Testing

@Suite("States, truths and verdicts")
struct WordsTests {
    @Test("A row's letters are one per protocol, in order, and read back")
    func letters() {
        var states = ProtocolStates()
        #expect(states.description == String(repeating: "n", count: RightsProtocol.allCases.count))
        for (index, source) in RightsProtocol.allCases.enumerated() {
            #expect(source.index == index)
            states[source] = ProtocolState.allCases[index % 4]
        }
        #expect(ProtocolStates(states.description) == states)
        for (index, source) in RightsProtocol.allCases.enumerated() {
            #expect(states[source] == ProtocolState.allCases[index % 4])
        }
    }

    @Test("Too many, too few and unknown letters are refused", arguments: [-1, 0, 1])
    func wrongLetters(more: Int) {
        let count = RightsProtocol.allCases.count
        #expect((ProtocolStates(String(repeating: "a", count: count + more)) == nil) == (more != 0))
        #expect(ProtocolStates(String(repeating: "x", count: count + more)) == nil)
        #expect(ProtocolStates(String(repeating: "a", count: count + more - 1) + "á") == nil)
    }

    @Test("Two carriers seen as one: what is stated wins, then what is least known; absent only if both are")
    func joined() {
        let order: [ProtocolState] = [.stated, .unreadable, .notChecked, .absent]
        for (left, one) in order.enumerated() {
            for (right, other) in order.enumerated() {
                #expect(one.joined(with: other) == order[min(left, right)])
            }
        }
    }

    @Test("Kleene's strong logic, every pair")
    func kleene() {
        let and: [Truth: [Truth: Truth]] = [
            .yes: [.yes: .yes, .no: .no, .unknown: .unknown], .no: [.yes: .no, .no: .no, .unknown: .no],
            .unknown: [.yes: .unknown, .no: .no, .unknown: .unknown],
        ]
        let or: [Truth: [Truth: Truth]] = [
            .yes: [.yes: .yes, .no: .yes, .unknown: .yes], .no: [.yes: .yes, .no: .no, .unknown: .unknown],
            .unknown: [.yes: .yes, .no: .unknown, .unknown: .unknown],
        ]
        for left in Truth.allCases {
            for right in Truth.allCases {
                #expect(left.and(right) == and[left]?[right])
                #expect(left.or(right) == or[left]?[right])
            }
        }
        #expect(Truth.allCases.map(\.negated) == [.no, .yes, .unknown])
        #expect(Truth(true) == .yes && Truth(false) == .no)
    }

    @Test("A basis stands when it was raised and every condition is true; one false fells it, one unknown leaves doubt")
    func basis() {
        #expect(BasisOutcome(id: "b", raised: .yes, conditions: [.yes, .yes]).truth == .yes)
        #expect(BasisOutcome(id: "b", raised: .unknown, conditions: [.yes]).truth == .unknown)
        #expect(BasisOutcome(id: "b", raised: .yes, conditions: [.unknown, .no]).truth == .no)
        #expect(BasisOutcome(id: "b", raised: .no, conditions: []).truth == .no)
    }

    @Test("Verdicts harden from allow to purge, and only the first two admit")
    func verdicts() {
        #expect(Verdict.allCases == [.allow, .allowWithObligations, .hold, .deny, .purge])
        #expect(Verdict.allCases.shuffled().sorted() == Verdict.allCases)
        #expect(Verdict.allCases.filter(\.admits) == [.allow, .allowWithObligations])
        #expect([Verdict.allow, .purge, .hold].max() == .purge)
    }

    @Test("Moments come in the order of the way a document goes")
    func moments() { #expect([Moment.use, .fetch, .tag].sorted() == [.fetch, .tag, .use]) }

    @Test("A site file that was not found has no bytes and no digest", arguments: SiteFileOutcome.allCases)
    func siteFile(outcome: SiteFileOutcome) throws {
        let file = SiteFile(
            kind: .robots, origin: try origin("https://a.example"), fetched: Timestamp(seconds: 0),
            hops: [Hop(url: "https://a.example/robots.txt", status: 200)], outcome: outcome, body: Array("x".utf8),
            expires: Timestamp(seconds: 1))
        #expect((file.digest != nil) == (outcome == .found))
        #expect(file.body.isEmpty == (outcome != .found))
        #expect(file.status == 200)
    }
}
