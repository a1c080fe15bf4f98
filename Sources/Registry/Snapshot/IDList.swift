/// The ids of the objections in their order, in blocks of 64.
///
/// A block is an octet that tells its form, the length of its first id, and that id. In the form 1 each further id is
/// the one before with the number at its end raised by one, its leading zeros kept, and nothing more is written. In
/// the form 0 each further id is written as the octets it shares with the one before, the octets it has of its own,
/// and these.
struct IDList: Sendable {
    static let block = 64

    private let ids: MappedFile
    /// Where each block begins, little-endian.
    private let starts: MappedFile
    let count: Int

    init?(ids: MappedFile, starts: MappedFile, count: Int) {
        let blocks = (count + Self.block - 1) / Self.block
        guard count >= 0, starts.bytes.count == blocks * 4 else { return nil }
        (self.ids, self.starts, self.count) = (ids, starts, count)
    }

    /// - Returns: Nil for a number that no id has, and for damage.
    subscript(_ number: UInt32) -> [UInt8]? {
        let (block, place) = (Int(number) / Self.block, Int(number) % Self.block)
        guard Int(number) < count, let start = starts.bytes.word(at: block * 4) else { return nil }
        var at = Int(start)
        guard let form = ids.bytes.slice(at, 1)?.first else { return nil }
        at += 1
        guard let length = ids.bytes.varint(at: &at), let first = ids.bytes.slice(at, length) else { return nil }
        at += length
        if form == 1 { return Self.successor(of: Array(first), by: place) }
        var id = Array(first)
        for _ in 0..<place {
            guard let shared = ids.bytes.varint(at: &at), let own = ids.bytes.varint(at: &at), shared <= id.count,
                let tail = ids.bytes.slice(at, own)
            else { return nil }
            id.removeLast(id.count - shared)
            id.append(contentsOf: tail)
            at += own
        }
        return id
    }

    /// The id with the number at its end raised, as wide as before; nil if it ends in no number or would grow.
    static func successor(of id: [UInt8], by steps: Int) -> [UInt8]? {
        guard steps > 0 else { return id }
        var out = id
        var carry = steps
        var at = out.count
        while carry > 0 {
            at -= 1
            guard at >= 0, (0x30...0x39).contains(out[at]) else { return nil }
            let sum = Int(out[at] - 0x30) + carry
            out[at] = UInt8(sum % 10) + 0x30
            carry = sum / 10
        }
        return out
    }
}
