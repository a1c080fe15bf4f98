/// Runs of words that many texts have, so that they tell nothing: navigation, boilerplate, texts of licences.
public struct CommonShingles: Sendable {
    private var hashes: Set<UInt64> = []

    public init() {}

    public var isEmpty: Bool { hashes.isEmpty }
    public var count: Int { hashes.count }

    /// - Parameter text: UTF-8.
    public mutating func add(_ text: [UInt8]) {
        text.withUnsafeBufferPointer { text in Shingles.each(in: text) { hashes.insert($0) } }
    }

    public mutating func add(hashes: some Sequence<UInt64>) { self.hashes.formUnion(hashes) }

    /// The hashes of a text's runs, in order.
    public static func hashes(of text: [UInt8]) -> [UInt64] {
        var hashes: [UInt64] = []
        text.withUnsafeBufferPointer { text in Shingles.each(in: text) { hashes.append($0) } }
        return hashes
    }

    func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}
