/// Makes the bytes of a ``KeyFilter``.
struct KeyFilterBuilder {
    private var words: [UInt64]

    /// - Parameter keys: How many keys will be put, at most.
    init(keys: Int) {
        words = Array(repeating: 0, count: max(1, (keys + KeyFilter.keysAWord - 1) / KeyFilter.keysAWord))
    }

    /// - Parameter hash: Of the key.
    mutating func put(_ hash: UInt64) {
        words[KeyTable.home(hash, of: words.count)] |= KeyFilter.mask(hash)
    }

    /// Gives each word in its order.
    func write(to sink: inout FileSink) throws(RegistryError) {
        for word in words {
            try sink.write(word: UInt32(truncatingIfNeeded: word))
            try sink.write(word: UInt32(truncatingIfNeeded: word >> 32))
        }
    }
}
