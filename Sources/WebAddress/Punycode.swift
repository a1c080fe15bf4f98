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

    /// The code points of a label without its `xn--`; nil if it decodes to none.
    static func decode(_ label: some Collection<UInt8>) -> [Unicode.Scalar]? {
        guard label.count < longestLabel else { return nil }
        let bytes = Array(label)
        let split = bytes.lastIndex(of: UInt8(ascii: "-"))
        var out = bytes[..<(split ?? 0)].map { UInt32($0) }
        var (next, index, bias) = (UInt32(0x80), UInt32(0), initialBias)
        var digits = bytes[(split.map { $0 + 1 } ?? 0)...]
        while !digits.isEmpty {
            guard let delta = number(&digits, bias: bias) else { return nil }
            let (sum, overflow) = index.addingReportingOverflow(delta)
            guard !overflow else { return nil }
            let points = UInt32(out.count + 1)
            bias = adapt(delta, points: points, first: index == 0 && out.count == (split ?? 0))
            next += sum / points
            guard next <= 0x10FFFF else { return nil }
            index = sum % points
            out.insert(next, at: Int(index))
            index += 1
        }
        let scalars = out.compactMap { Unicode.Scalar($0) }
        return scalars.count == out.count ? scalars : nil
    }

    /// One number from its generalised variable-length digits; nil if they break off or lead too far.
    private static func number(_ digits: inout ArraySlice<UInt8>, bias: UInt32) -> UInt32? {
        var (value, weight, position) = (UInt64(0), UInt64(1), base)
        while let digit = digits.popFirst().flatMap(self.value) {
            value += UInt64(digit) * weight
            guard value <= UInt64(UInt32.max) else { return nil }
            let threshold = position <= bias ? 1 : min(position - bias, 26)
            if digit < threshold { return UInt32(value) }
            weight *= UInt64(base - threshold)
            guard weight <= UInt64(UInt32.max) else { return nil }
            position += base
        }
        return nil
    }

    private static func value(_ digit: UInt8) -> UInt32? {
        switch digit {
        case 0x30...0x39: UInt32(digit) - 0x30 + 26
        case 0x41...0x5A: UInt32(digit) - 0x41
        case 0x61...0x7A: UInt32(digit) - 0x61
        default: nil
        }
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
