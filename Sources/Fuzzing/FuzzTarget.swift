/// One reader under arbitrary bytes. It must come back, whatever they are: a trap, a hang or a heap without bound is a fault.
struct FuzzTarget: Sendable {
    let name: String
    let run: @Sendable ([UInt8]) -> Void

    /// Every target, in the order of their names.
    static let all: [FuzzTarget] =
        (SiteFileTargets.all + HeaderTargets.all + PageTargets.all + XMLTargets.all + FormatTargets.all).sorted {
            $0.name < $1.name
        }
}
