internal import Canonical

extension IdentifierText {
    /// The digits of base 32 in capitals, without `ISCC:`.
    ///
    /// An ISCC has no check digit. Its header names its kind and length, and the whole must be just that long.
    func iscc() throws(IdentifierError) -> String {
        let digits = String(decoding: try characters(), as: UTF8.self)
        guard let octets = Base32.decode(unpadded: digits) else {
            throw fault(.form, "it is made of A to Z and 2 to 7, and of as many as octets need")
        }
        guard let header = ISCCHeader(octets) else {
            throw fault(.form, "its header names no kind of ISO 24138")
        }
        guard octets.count == header.octets + header.body else {
            throw fault(
                .form, "its header announces \(header.body) octets, and \(octets.count - header.octets) follow")
        }
        return digits
    }
}

/// The header of an ISCC: four numbers of one to four half octets each.
///
/// Source: ISO 24138:2024, "ISCC-HEADER", by way of its reference implementation iscc-core, `codec.py`, read 2026-11-30.
private struct ISCCHeader {
    /// Of the header itself, and of what it announces.
    let octets: Int
    let body: Int

    /// Nil if the octets begin with no header of a kind, subtype and version that are defined.
    init?(_ octets: [UInt8]) {
        var halves = octets.flatMap { [$0 >> 4, $0 & 15] }[...]
        let count = halves.count
        guard let kind = Self.number(&halves), let subtype = Self.number(&halves), let version = Self.number(&halves),
            let length = Self.number(&halves), let body = Self.body(kind, subtype, length),
            version <= (kind == 6 ? 1 : 0)
        else { return nil }
        let used = count - halves.count
        // An odd number of half octets is filled up with a zero.
        if used % 2 == 1, halves.first != 0 { return nil }
        self.octets = (used + 1) / 2
        self.body = body
    }

    /// Octets that follow the header, by its kind: 0 meta, 1 semantic, 2 content, 3 data, 4 instance, 5 composite,
    /// 6 id, 7 flake.
    private static func body(_ kind: Int, _ subtype: Int, _ length: Int) -> Int? {
        switch kind {
        case 0, 3, 4, 7: subtype == 0 && length < 8 ? (length + 1) * 4 : nil
        case 1, 2: subtype <= 4 && length < 8 ? (length + 1) * 4 : nil
        // A bit for each unit beside those of data and instance, which are always there; the wide kind has those alone.
        case 5 where subtype == 7: length == 0 ? 32 : nil
        case 5: subtype < 7 && length < 8 ? 16 + length.nonzeroBitCount * 8 : nil
        case 6: length <= 4 ? 8 + length : nil
        default: nil
        }
    }

    /// The next number: as many ones as half octets follow, a zero, its bits; each size begins where the smaller ends.
    private static func number(_ halves: inout ArraySlice<UInt8>) -> Int? {
        guard let first = halves.first else { return nil }
        let more = (~(first << 4)).leadingZeroBitCount
        guard more <= 3, halves.count > more else { return nil }
        let value = halves.prefix(more + 1).reduce(0) { $0 << 4 | Int($1) }
        halves = halves.dropFirst(more + 1)
        let bits = 3 * (more + 1)
        let start = (0..<more).reduce(0) { $0 + 1 << (3 * ($1 + 1)) }
        return value & (1 << bits - 1) + start
    }
}
