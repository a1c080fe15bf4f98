public import Canonical

/// A near-duplicate sketch of a text: what is left of it to tell copies by, and nothing that could be read.
///
/// 64 places of one octet (a min-hash each), and in two octets the number of different shingles: a number under 4096 and by how
/// many bits it is to be shifted. Two texts agree in a place as often as they have shingles in common (their resemblance); with the
/// sizes of both that gives the containment of the smaller in the larger.
/// Source: A. Broder, "On the resemblance and containment of documents" (SEQUENCES 1997), for both measures; P. Li and
/// C. König, "b-Bit Minwise Hashing" (WWW 2010), for places of eight bits; read 2026-11-30.
public struct TextSketch: Hashable, Sendable {
    /// Names the algorithm and its version; sketches of different names must not be compared.
    public static let algorithm = "minhash64x8-w5-2"
    public static let placeCount = 64
    public static let octetCount = placeCount + 2
    /// Agreement in fewer places may be chance: of two texts that share nothing, one pair in 10⁸ agrees in seven.
    public static let leastPlaces = 7
    private static let mantissa = 12

    /// The places, and the size.
    public let octets: [UInt8]

    /// - Parameter count: How many different shingles the text has.
    public init(places: [UInt8], count: Int) {
        var shift = 0
        while count >> shift >= 1 << Self.mantissa, shift < 15 { shift += 1 }
        let size = UInt16(min(count >> shift, 1 << Self.mantissa - 1)) | UInt16(shift) << UInt16(Self.mantissa)
        octets = places.prefix(Self.placeCount) + [UInt8(size >> 8), UInt8(size & 0xFF)]
    }

    /// - Returns: Nil unless these are as many octets as a sketch has.
    public init?(octets: some Collection<UInt8>) {
        guard octets.count == Self.octetCount else { return nil }
        self.octets = Array(octets)
    }

    /// - Returns: Nil unless it is the Base64 of a sketch.
    public init?(base64: String) {
        guard let octets = Base64.decode(base64), octets.count == Self.octetCount else { return nil }
        self.octets = octets
    }

    public var base64: String { Base64.encode(octets) }

    /// How many different shingles the text has, to about one in a hundred.
    public var count: Int {
        let size = Int(octets[Self.placeCount]) << 8 | Int(octets[Self.placeCount + 1])
        return (size & (1 << Self.mantissa - 1)) << (size >> Self.mantissa)
    }

    /// What two texts have in common, as far as their sketches tell.
    public func similarity(to other: TextSketch) -> TextSimilarity {
        var places = 0
        for place in 0..<Self.placeCount where octets[place] == other.octets[place] { places += 1 }
        return Self.similarity(agreeing: places, count, other.count)
    }

    /// What agreement in some places tells of two texts of these sizes.
    ///
    /// One place in 256 agrees by chance, so that a agreeing places of 64 stand for a resemblance of (4a − 1)/255.
    public static func similarity(agreeing places: Int, _ one: Int, _ other: Int) -> TextSimilarity {
        let least = min(one, other)
        guard places > 0, least > 0 else { return TextSimilarity(places: places, containment: 0, resemblance: 0) }
        let agreeing = 4 * places - 1
        let shared = agreeing * (one + other) * 1000 / ((agreeing + 255) * least)
        return TextSimilarity(places: places, containment: min(1000, shared), resemblance: agreeing * 1000 / 255)
    }
}
