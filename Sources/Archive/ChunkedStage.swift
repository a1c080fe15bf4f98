/// Takes the chunked transfer coding off (RFC 9112, section 7.1, date read 2026-11-23).
///
/// A body whose first line is no chunk size is handed on as it is: archives keep the field after removing the coding.
/// A bad size line further on is damage.
final class ChunkedStage: DecodingStage {
    private enum State: Equatable {
        case size
        case data(left: Int)
        /// Behind the data of a chunk: its line break.
        case dataEnd
        case trailers
        case done
        case plain
    }

    private var state = State.size
    private var isFirst = true
    private var line: [UInt8] = []
    private static let longestLine = 4096
    /// What a chunked body ends with.
    private static let lastChunk = Array("\r\n0\r\n\r\n".utf8)
    /// The last bytes of a body that is handed on as it is.
    private var end: [UInt8] = []
    private(set) var notes: [DecodedContent.Note] = []
    /// The lines behind the last chunk, each with a line break.
    private(set) var trailers: [UInt8] = []
    private static let mostTrailers = 64 << 10

    func push(_ input: UnsafeRawBufferPointer, to sink: ByteSink) throws(ContentDecodingError) {
        var rest = input
        while !rest.isEmpty {
            switch state {
            case .plain: return try pass(rest, to: sink)
            case .done:
                if notes.last != .trailingBytes { notes.append(.trailingBytes) }
                return
            case .data(let left):
                let piece = min(left, rest.count)
                try sink(UnsafeRawBufferPointer(rebasing: rest[..<piece]))
                rest = UnsafeRawBufferPointer(rebasing: rest[piece...])
                state = left == piece ? .dataEnd : .data(left: left - piece)
            case .size, .dataEnd, .trailers:
                rest = try takeLine(rest, to: sink)
            }
        }
    }

    /// Collects a line that may come in pieces, and acts on it when it is whole.
    private func takeLine(
        _ input: UnsafeRawBufferPointer, to sink: ByteSink
    ) throws(ContentDecodingError) -> UnsafeRawBufferPointer {
        let end = input.firstIndex(of: 0x0A)
        let piece = input[..<(end.map { $0 + 1 } ?? input.count)]
        let isTooLong = line.count + piece.count > Self.longestLine
        line.append(contentsOf: piece.prefix(Self.longestLine + 1))
        if isFirst && (isTooLong || !couldBeSize()) {
            let held = Array(line.dropLast(min(line.count, piece.count)))
            line = []
            try passAsPlain(held, to: sink)
            return input
        }
        guard !isTooLong else { throw damaged("a line of more than \(Self.longestLine) bytes") }
        guard end != nil else { return UnsafeRawBufferPointer(rebasing: input[input.count...]) }
        try act(to: sink)
        return UnsafeRawBufferPointer(rebasing: input[piece.endIndex...])
    }

    private func pass(_ bytes: UnsafeRawBufferPointer, to sink: ByteSink) throws(ContentDecodingError) {
        end = (end + bytes.suffix(Self.lastChunk.count)).suffix(Self.lastChunk.count)
        try sink(bytes)
    }

    private func passAsPlain(_ held: [UInt8], to sink: ByteSink) throws(ContentDecodingError) {
        notes.append(.notChunked)
        state = .plain
        try held.withRawBytes { (bytes) throws(ContentDecodingError) in try pass(bytes, to: sink) }
    }

    private func act(to sink: ByteSink) throws(ContentDecodingError) {
        // A line break of one byte is what is left of two, or was none: the size before it may be another too.
        guard state == .trailers || line.suffix(2) == [0x0D, 0x0A] else {
            throw damaged("a line that ends without CR LF")
        }
        while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
        defer { line.removeAll(keepingCapacity: true) }
        switch state {
        case .size:
            guard let size = size() else { throw damaged("`\(shown)` where a chunk size should be") }
            isFirst = false
            state = size == 0 ? .trailers : .data(left: size)
        case .dataEnd:
            guard line.isEmpty else { throw damaged("`\(shown)` behind the data of a chunk") }
            state = .size
        default:
            if line.isEmpty { state = .done } else if trailers.count < Self.mostTrailers { trailers += line + [0x0A] }
        }
    }

    private var shown: String {
        String(decoding: line.prefix(20).map { $0 < 0x20 || $0 > 0x7E ? 0x2E : $0 }, as: UTF8.self)
    }

    private func damaged(_ reason: String) -> ContentDecodingError {
        ContentDecodingError(outcome: .undecodable("chunked coding damaged: \(reason)"))
    }

    /// True as long as what was collected may still become the first size line.
    private func couldBeSize() -> Bool {
        let digits = line.prefix { Self.digit($0) != nil }.count
        // More digits than a size may have are still meant as one: `size` refuses them.
        guard digits >= 1 else { return false }
        guard digits < line.count else { return true }
        let next = line[digits...].drop { $0 == 0x20 || $0 == 0x09 }
        guard let byte = next.first else { return true }
        return byte == 0x3B || byte == 0x0A || byte == 0x0D && (next.count == 1 || next[next.startIndex + 1] == 0x0A)
    }

    private func size() -> Int? {
        var value = 0
        var digits = 0
        for byte in line {
            guard let digit = Self.digit(byte) else { break }
            value = value << 4 | digit
            digits += 1
            guard digits <= 15 else { return nil }
        }
        let next = line[digits...].drop { $0 == 0x20 || $0 == 0x09 }.first
        return digits > 0 && (next == nil || next == 0x3B) ? value : nil
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte - 0x30)
        case 0x41...0x46: Int(byte - 0x41) + 10
        case 0x61...0x66: Int(byte - 0x61) + 10
        default: nil
        }
    }

    func finish(to sink: ByteSink) throws(ContentDecodingError) {
        // What could still have become a size, were it only hexadecimal digits, is one that was cut.
        // A last chunk whose closing empty line is missing has lost no content.
        guard state == .done || state == .plain || state == .trailers else {
            throw ContentDecodingError(outcome: .truncated("the chunked body ends before its last chunk"))
        }
        if state == .plain, end == Self.lastChunk { throw damaged("no chunk size at its beginning") }
    }
}
