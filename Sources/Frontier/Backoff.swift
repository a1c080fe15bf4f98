/// Waits that grow with each failure and differ from host to host, so that hosts do not come back in step.
enum Backoff {
    /// - Returns: Between half and all of `first` doubled for each failure after the first, at most `longest`.
    static func wait(first: Int64, longest: Int64, failures: Int, host: String, seed: UInt64) -> Int64 {
        guard failures > 0, first > 0 else { return 0 }
        let doublings = min(failures - 1, 40)
        let full = first > longest >> Int64(doublings) ? longest : first << Int64(doublings)
        var mixed = seed ^ UInt64(failures) &* 0x9E37_79B9_7F4A_7C15
        for byte in host.utf8 { mixed = mix(mixed ^ UInt64(byte)) }
        return full / 2 + Int64(mix(mixed) % UInt64(max(full - full / 2, 1)))
    }

    /// The finaliser of SplitMix64. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
    private static func mix(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
