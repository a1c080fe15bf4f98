/// Reads one CBOR value, definite or indefinite; tags are taken off.
///
/// Source: RFC 8949, section 3 and appendix C, read 2026-11-24. What is cut, malformed, nested deeper than ``depth`` or of
/// more than ``items`` values is nil.
struct CBORReader {
    static let depth = 32
    static let items = 200_000

    struct Reading {
        let value: CBORValue
        /// False if bytes follow it, or a map has a key twice (section 5.6): it may have been meant to say more.
        let isWhole: Bool
    }

    private let bytes: ArraySlice<UInt8>
    private var at: Int
    private var left = items
    private var hasDuplicate = false

    static func read(_ bytes: ArraySlice<UInt8>) -> Reading? {
        var reader = CBORReader(bytes)
        guard let value = reader.value(depth: 0) else { return nil }
        return Reading(value: value, isWhole: reader.at == bytes.endIndex && !reader.hasDuplicate)
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    private struct Head {
        let major: UInt8
        /// The five low bits of the first byte.
        let low: UInt8
        let argument: UInt64
        var isIndefinite: Bool { low == 31 }
    }

    private mutating func head() -> Head? {
        guard at < bytes.endIndex else { return nil }
        let first = bytes[at]
        at += 1
        let low = first & 0x1F
        guard low >= 24, low < 31 else { return Head(major: first >> 5, low: low, argument: UInt64(low)) }
        guard low <= 27 else { return nil }
        let width = 1 << Int(low - 24)
        guard bytes.endIndex - at >= width else { return nil }
        let argument = bytes[at..<at + width].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        at += width
        return Head(major: first >> 5, low: low, argument: argument)
    }

    private mutating func value(depth: Int) -> CBORValue? {
        left -= 1
        guard left >= 0, depth < Self.depth, let head = head() else { return nil }
        switch head.major {
        case 0: return head.isIndefinite ? nil : .integer(clamping: head.argument)
        case 1: return head.isIndefinite ? nil : .negative(head.argument)
        case 2, 3: return string(head)
        case 4: return list(head, depth)
        case 5: return map(head, depth)
        case 6: return head.isIndefinite ? nil : value(depth: depth + 1)
        default: return simple(head)
        }
    }

    private mutating func string(_ head: Head) -> CBORValue? {
        guard let bytes = head.isIndefinite ? chunks(head.major) : taken(head.argument) else { return nil }
        return head.major == 2 ? .bytes(bytes) : .text(String(decoding: bytes, as: UTF8.self))
    }

    private mutating func taken(_ count: UInt64) -> [UInt8]? {
        guard count <= UInt64(bytes.endIndex - at) else { return nil }
        defer { at += Int(count) }
        return Array(bytes[at..<at + Int(count)])
    }

    private mutating func chunks(_ major: UInt8) -> [UInt8]? {
        var out: [UInt8] = []
        while !takesBreak() {
            guard let head = head(), head.major == major, !head.isIndefinite, let piece = taken(head.argument) else {
                return nil
            }
            out += piece
        }
        return out
    }

    private mutating func takesBreak() -> Bool {
        guard at < bytes.endIndex, bytes[at] == 0xFF else { return false }
        at += 1
        return true
    }

    /// Whether another item follows in a list or map of which `read` were read; nil if it ends too early.
    private mutating func goesOn(_ head: Head, read: UInt64) -> Bool? {
        if head.isIndefinite { return takesBreak() ? false : at < bytes.endIndex ? true : nil }
        return read < head.argument
    }

    private mutating func list(_ head: Head, _ depth: Int) -> CBORValue? {
        var items: [CBORValue] = []
        while let more = goesOn(head, read: UInt64(items.count)) {
            guard more else { return .list(items) }
            guard let item = value(depth: depth + 1) else { return nil }
            items.append(item)
        }
        return nil
    }

    private mutating func map(_ head: Head, _ depth: Int) -> CBORValue? {
        var entries: [CBORValue.Entry] = []
        var read: UInt64 = 0
        var seen: Set<String> = []
        while let more = goesOn(head, read: read) {
            guard more else { return .map(entries) }
            guard let key = value(depth: depth + 1), let item = value(depth: depth + 1) else { return nil }
            if let name = key.text {
                entries.append(.init(key: name, value: item))
                if !seen.insert(name).inserted { hasDuplicate = true }
            }
            read += 1
        }
        return nil
    }

    private func simple(_ head: Head) -> CBORValue? {
        switch head.low {
        case 20: .bool(false)
        case 21: .bool(true)
        case 31: nil
        default: .other
        }
    }
}

extension CBORValue {
    fileprivate static func integer(clamping value: UInt64) -> CBORValue {
        value <= UInt64(Int64.max) ? .integer(Int64(value)) : .other
    }

    fileprivate static func negative(_ argument: UInt64) -> CBORValue {
        argument <= UInt64(Int64.max) ? .integer(-1 - Int64(argument)) : .other
    }
}
