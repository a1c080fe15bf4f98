/// One hard gate's answer.
public struct GateOutcome: Hashable, Sendable {
    /// `HG1` … `HG7`.
    public let id: String
    /// Whether it fired.
    public let fired: Truth
    /// What it imposes when it fired or may have fired; `allow` if clear.
    public let verdict: Verdict

    public init(id: String, fired: Truth, verdict: Verdict) {
        self.id = id
        self.fired = fired
        self.verdict = verdict
    }
}
