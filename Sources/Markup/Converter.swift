internal import Glibc

/// One iconv handle from an encoding to UTF-8.
///
/// It lives within one call and is not shared.
struct Converter: ~Copyable {
    private let handle: iconv_t

    init(_ encoding: TextEncoding) throws(MarkupError) {
        guard let name = encoding.iconvName, let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1
        else {
            throw MarkupError(code: .undecodable, detail: encoding.rawValue)
        }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// Converts a whole text; a malformed byte becomes U+FFFD and reading goes on behind it.
    borrowing func convert(_ bytes: [UInt8]) -> (text: [UInt8], replacements: Int) {
        iconv(handle, nil, nil, nil, nil)
        var input = bytes
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2 + 16)
        var replacements = 0
        let chunkSize = min(65_536, bytes.count * 4 + 16)
        let chunk = UnsafeMutablePointer<CChar>.allocate(capacity: chunkSize)
        defer { chunk.deallocate() }
        input.withUnsafeMutableBytes { input in
            var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = input.count
            while left > 0 {
                var to: UnsafeMutablePointer<CChar>? = chunk
                var room = chunkSize
                let result = iconv(handle, &from, &left, &to, &room)
                let failure = errno
                text.append(contentsOf: UnsafeRawBufferPointer(start: chunk, count: chunkSize - room))
                if Int(result) != -1 || failure == E2BIG { continue }
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                replacements += 1
                if failure == EINVAL { break }
                from = from.map { $0 + 1 }
                left -= 1
            }
        }
        return (text, replacements)
    }
}
