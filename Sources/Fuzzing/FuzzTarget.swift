/// One reader under arbitrary bytes. It must come back, whatever they are: a trap, a hang or a heap without bound is a fault.
struct FuzzTarget: Sendable {
    let name: String
    let run: @Sendable ([UInt8]) -> Void

    /// Every target, in the order of their names.
    static let all: [FuzzTarget] =
        (SiteFileTargets.all + HeaderTargets.all + PageTargets.all + XMLTargets.all + EmbeddedTargets.all
        + FormatTargets.all + SettlementTargets.all).sorted { $0.name < $1.name }

    /// Several small readers in one target: the first byte says which, `0` to `9` in the seeds.
    static func choice(_ name: String, _ readers: [@Sendable ([UInt8]) -> Void]) -> FuzzTarget {
        FuzzTarget(name: name) { bytes in
            guard let first = bytes.first else { return }
            readers[Int(first &- UInt8(ascii: "0")) % readers.count](Array(bytes.dropFirst()))
        }
    }
}
