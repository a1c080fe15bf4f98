internal import Provenance

/// Adds what a policy says to the reservations that point to it. A reservation stays one, whatever its policy offers.
enum TDMPolicyReader {
    /// - Parameter policy: What is known of the policy at a URL as a statement names it; nil if nobody fetched it.
    static func read(_ policy: (String) -> TDMPolicy.Outcome?, into draft: inout ReadingDraft) {
        draft.signals = draft.signals.map { signal in
            guard TDMRepReader.protocols.contains(signal.source), signal.isTaken, signal.value == .deny,
                let url = signal.conditions.first
            else { return signal }
            switch policy(url) {
            case nil: return signal
            case .unknown(let reason)?:
                return signal.with(conditions: [], notes: ["policy-conditions-unknown: " + reason])
            case .policy(let found)?: return signal.with(conditions: conditions(found), notes: notes(found))
            }
        }
    }

    static func conditions(_ policy: TDMPolicy) -> [String] {
        policy.duties.map { "duty " + $0 } + TDMPolicy.once(policy.mining.flatMap(\.constraints).map(\.text))
            + policy.targets.map { "target " + $0 } + (policy.assigner.map(contact) ?? [])
    }

    private static func contact(_ assigner: TDMPolicy.Assigner) -> [String] {
        let name = [assigner.name, assigner.id].first { !$0.isEmpty }
        return name.map { ["assigner " + $0] } ?? []
            + [assigner.email, assigner.url, assigner.telephone].filter { !$0.isEmpty }.map { "contact " + $0 }
    }

    private static func notes(_ policy: TDMPolicy) -> [String] {
        var notes = ["policy-read"]
        if !policy.hasProfile || !policy.isOffer { notes.append("policy-nonconformant") }
        if policy.isUnconditional { notes.append("policy-asks-for-nothing") }
        if policy.hasOtherRules { notes.append("policy-has-other-rules") }
        return notes
    }
}
