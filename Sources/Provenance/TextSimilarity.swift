/// How much two texts have in common, estimated from their sketches, in whole numbers.
public struct TextSimilarity: Hashable, Sendable, CustomStringConvertible {
    /// Places in which the sketches agree, of ``TextSketch/placeCount``.
    public let places: Int
    /// The share of the shingles of the smaller text that the larger one holds, in thousandths.
    public let containment: Int
    /// The share of the shingles of both that both hold, in thousandths.
    public let resemblance: Int

    public init(places: Int, containment: Int, resemblance: Int) {
        self.places = places
        self.containment = containment
        self.resemblance = resemblance
    }

    /// `0.94 of the smaller text in the larger`.
    public var description: String {
        let digits = String(1000 + containment)
        return "\(digits.first == "2" ? "1" : "0").\(digits.dropFirst()) of the smaller text in the larger"
    }
}
