/// Code points to Punycode, for the labels libidn2 will not encode.
///
/// Source: RFC 3492, sections 5 and 6.3, read 2026-11-23.
enum Punycode {
    private static let base: UInt32 = 36
    private static let initialBias: UInt32 = 72
    private static let longestLabel = 63

    /// Nil if the result does not fit into a label, or nothing in it needs encoding.
    static func encode(_ scalars: [Unicode.Scalar]) -> [UInt8]? {
        var out = scalars.filter(\.isASCII).map { UInt8($0.value) }
        let basic = UInt32(out.count)
        guard scalars.count > out.count, scalars.count < longestLabel else { return nil }
        if basic > 0 { out.append(UInt8(ascii: "-")) }
        var (handled, delta, bias) = (basic, UInt32(0), initialBias)
        var next: UInt32 = 0x80
        while handled < scalars.count {
            guard let smallest = scalars.lazy.map(\.value).filter({ $0 >= next }).min() else { return nil }
            delta += (smallest - next) * (handled + 1)
            next = smallest
            for scalar in scalars {
                if scalar.value < next { delta += 1 }
                guard scalar.value == next else { continue }
                append(delta, bias: bias, to: &out)
                bias = adapt(delta, points: handled + 1, first: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return out.count <= longestLabel - 4 ? out : nil
    }

    /// One number as generalised variable-length digits.
    private static func append(_ delta: UInt32, bias: UInt32, to out: inout [UInt8]) {
        var rest = delta
        var position = base
        while true {
            let threshold = position <= bias ? 1 : min(position - bias, 26)
            guard rest >= threshold else { break }
            out.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
        out.append(digit(rest))
    }

    private static func adapt(_ delta: UInt32, points: UInt32, first: Bool) -> UInt32 {
        var delta = first ? delta / 700 : delta / 2
        delta += delta / points
        var bias: UInt32 = 0
        while delta > 455 {
            delta /= 35
            bias += base
        }
        return bias + 36 * delta / (delta + 38)
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
    }
}
