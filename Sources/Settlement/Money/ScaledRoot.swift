/// Square roots as whole numbers, without a float's error.
enum ScaledRoot {
    /// Weights by roots are whole numbers of 2^-28, so that 2 and 3 tokens do not weigh as much as 1.
    private static let bits = 28

    /// The root in units of 2^-28, the part below left away; nil for 2^72 and more.
    static func scaled(_ value: UInt128) -> UInt128? {
        guard value.leadingZeroBitCount >= 2 * bits else { return nil }
        return whole(value << UInt128(2 * bits))
    }

    /// The whole part of a square root.
    static func whole(_ value: UInt128) -> UInt128 {
        guard value > 0 else { return 0 }
        // Off by no more than a float's last bits; one step of Newton's brings it next to the root.
        let guess = min(UInt128(Double(value).squareRoot()), UInt128(UInt64.max))
        var root = (guess + value / guess) / 2
        while root > value / root { root -= 1 }
        while root + 1 <= value / (root + 1) { root += 1 }
        return root
    }
}
