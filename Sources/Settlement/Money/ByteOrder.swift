/// The order of names that decides ties: by their UTF-8 bytes, the same on every machine and in every language.
enum ByteOrder {
    static func precedes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
}
