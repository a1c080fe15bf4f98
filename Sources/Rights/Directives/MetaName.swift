/// Names of meta elements as people write them who mean a name of a specification.
enum MetaName {
    /// A name in lower case as it was meant: without quotes, characters nobody sees, and the slash that an unquoted
    /// value takes along.
    static func plain(_ name: String) -> String {
        var name = ByteText.trimmed(LooseText.plain(name))
        while let last = name.utf8.last, last == UInt8(ascii: "/") || last == UInt8(ascii: ":") { name.removeLast() }
        return ByteText.lowercased(name)
    }

    /// Whether a name, in lower case, means `tdm-reservation` and is another: `tdm_reservation`, `tdm-reserved`,
    /// `tdm-resevration`, one in quotes or with a slash.
    static func meansReservation(_ name: String) -> Bool {
        guard name.utf8.count <= longest, mayMeanReservation(name), name != reservation else { return false }
        let letters = plain(name).utf8.filter(ByteText.isLetter)
        if beginnings.contains(where: letters.starts) || letters.elementsEqual("tdm".utf8) { return true }
        return NearName.meant(by: letters, among: [.tdmReservation]) != nil
    }

    /// Whether a name, in lower case, is `tdm-reservation` or means it.
    static func isReservation(_ name: String) -> Bool { name == reservation || meansReservation(name) }

    private static let reservation = "tdm-reservation"
    private static let longest = 64
    private static let beginnings = ["tdmreserv", "tdmrep", "tdmoptout", "notdm"].map { Array($0.utf8) }

    /// Most names begin otherwise.
    private static func mayMeanReservation(_ name: String) -> Bool {
        var bytes = name.utf8.makeIterator()
        guard let first = bytes.next(), let second = bytes.next() else { return false }
        if first >= 0x80 || first < 0x30 { return true }
        switch first {
        case UInt8(ascii: "t"): return second != UInt8(ascii: "w") && second != UInt8(ascii: "h")
        case UInt8(ascii: "n"): return second == UInt8(ascii: "o")
        case UInt8(ascii: "d"), UInt8(ascii: "m"): return second == UInt8(ascii: "t") || second == UInt8(ascii: "d")
        default: return false
        }
    }
}
