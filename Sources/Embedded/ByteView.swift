internal import Glibc

/// Numbers and patterns in bytes that may end anywhere: what lies outside is nil, never read.
struct ByteView: Sendable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    func big(_ width: Int, at offset: Int) -> Int? {
        guard offset >= 0, width <= 7, count - offset >= width else { return nil }
        return bytes[offset..<offset + width].reduce(0) { $0 << 8 | Int($1) }
    }

    func little(_ width: Int, at offset: Int) -> Int? {
        guard offset >= 0, width <= 7, count - offset >= width else { return nil }
        return bytes[offset..<offset + width].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// The bytes of a range that may be wrong; nil if it is.
    func slice(_ start: Int, length: Int) -> ArraySlice<UInt8>? {
        guard start >= 0, length >= 0, start <= count, length <= count - start else { return nil }
        return bytes[start..<start + length]
    }

    func has(_ pattern: [UInt8], at offset: Int) -> Bool {
        slice(offset, length: pattern.count).map { $0.elementsEqual(pattern) } ?? false
    }

    func has(_ text: String, at offset: Int) -> Bool { has(Array(text.utf8), at: offset) }

    /// The first place of a pattern in a range, which may reach past the end. Patterns are short, so it is linear.
    func find(_ pattern: [UInt8], from start: Int, to end: Int = .max) -> Int? {
        let end = min(end, count)
        guard start >= 0, start < end, let first = pattern.first else { return nil }
        return bytes.withUnsafeBytes { raw -> Int? in
            guard let base = raw.baseAddress else { return nil }
            var at = start
            while end - at >= pattern.count {
                guard let hit = memchr(base + at, Int32(first), end - at - pattern.count + 1) else { return nil }
                if memcmp(hit, pattern, pattern.count) == 0 { return UnsafeRawPointer(hit) - base }
                at = UnsafeRawPointer(hit) - base + 1
            }
            return nil
        }
    }

    func find(_ text: String, from start: Int, to end: Int = .max) -> Int? {
        find(Array(text.utf8), from: start, to: end)
    }

    /// All places of a pattern, in order.
    func all(_ text: String, limit: Int) -> [Int] {
        let pattern = Array(text.utf8)
        var found: [Int] = []
        var at = 0
        while found.count < limit, let next = find(pattern, from: at) {
            found.append(next)
            at = next + pattern.count
        }
        return found
    }
}
