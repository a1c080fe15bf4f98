internal import Provenance

extension Pack {
    /// What is allowed and hardly meant, in words.
    public var warnings: [String] {
        gates.compactMap { gate in
            switch gate.fires {
            case .constant(.no): "gate \(gate.id) can never shut: it fires never"
            case .constant(.yes): "gate \(gate.id) is always shut: nothing passes this pack"
            default: nil
            }
        }
    }
}
