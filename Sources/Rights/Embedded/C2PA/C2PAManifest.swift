/// One manifest of a C2PA store: what it asserts of training and mining, and whether it is signed.
public struct C2PAManifest: Sendable {
    public enum Signature: String, Hashable, Sendable {
        case absent = "signature absent"
        /// It is there; nobody has verified it.
        case unverified = "signature not verified"
    }

    /// An assertion with the bytes it was read from.
    public struct Assertion: Sendable {
        public let mining: TrainingMining
        /// Whether it holds one value and nothing twice, in the shape the specifications give it.
        let isWhole: Bool
        /// Bytes of the store before ``bytes``; -1 for JSON.
        let offset: Int
        let bytes: [UInt8]
    }

    public let label: String
    /// Whether it only adds to the manifest before it, whose assertions stay in force.
    let isUpdate: Bool
    public let signature: Signature
    public internal(set) var assertions: [Assertion] = []
    /// False if something in it could not be read.
    public internal(set) var isWhole = true

    init(label: String, isUpdate: Bool = false, signature: Signature) {
        self.label = label
        self.isUpdate = isUpdate
        self.signature = signature
    }
}
