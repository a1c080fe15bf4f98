import Canonical

/// Random values in canonical order of keys.
enum RandomJSON {
    static func value(_ random: inout SplitMix, depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth < 5 ? 7 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .integer(Int64.random(in: -9_007_199_254_740_991...9_007_199_254_740_991, using: &random))
        case 3: return .integer(Int64.random(in: -3...3, using: &random))
        case 4: return .string(text(&random))
        case 5: return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(&random, depth: depth + 1) })
        default:
            var members: [JSONValue.Member] = []
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                let key = text(&random)
                guard !members.contains(where: { Array($0.key.utf8) == Array(key.utf8) }) else { continue }
                members.append(.init(key, value(&random, depth: depth + 1)))
            }
            return .object(members.sorted { JSONWriter.precedes($0.key, $1.key) })
        }
    }

    static func text(_ random: inout SplitMix) -> String {
        let planes: [ClosedRange<UInt32>] = [
            0...0x7F, 0...0x1F, 0x80...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFF, 0x10000...0x10FFFF,
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let plane = planes.randomElement(using: &random) ?? 0...0x7F
            if let scalar = Unicode.Scalar(UInt32.random(in: plane, using: &random)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
