/// One entry as it stands in `entries.bin`: the length of its key, the key, the number of its id, that of its terms.
struct IndexEntry {
    /// A host name, a canonical URL without scheme and slashes, or the 32 octets of a digest.
    let key: UnsafeBufferPointer<UInt8>
    /// Among the ids in their order.
    let id: UInt32
    let terms: Int
    /// Where the next entry begins.
    let end: Int

    /// - Returns: Nil where no entry stands.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        var at = start
        guard let length = bytes.varint(at: &at), let key = bytes.slice(at, length),
            let id = bytes.word(at: at + length)
        else { return nil }
        at += length + 4
        guard let terms = bytes.varint(at: &at) else { return nil }
        (self.key, self.id, self.terms, end) = (key, id, terms, at)
    }

    static func write(
        _ key: UnsafeBufferPointer<UInt8>, id: UInt32, terms: UInt32, to sink: inout FileSink
    ) throws(RegistryError) {
        var head: [UInt8] = []
        head.append(varint: key.count)
        try sink.write(head)
        try sink.write(key)
        try sink.write(word: id)
        var tail: [UInt8] = []
        tail.append(varint: Int(terms))
        try sink.write(tail)
    }
}
