internal import Glibc

/// Cuts a file that comes in pieces into its lines, wherever the pieces end.
///
/// A byte order mark at its beginning and a carriage return at the end of a line are left away, as editors and spreadsheets
/// put them there.
struct LineSplitter {
    private var rest: [UInt8] = []
    private var number = 0

    /// Gives every line that has ended, with its number from 1.
    mutating func feed(_ piece: UnsafeRawBufferPointer, _ take: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
        let piece = piece.bindMemory(to: UInt8.self)
        var start = 0
        while start < piece.count, let end = Self.lineFeed(in: piece, from: start) {
            if rest.isEmpty {
                give(UnsafeBufferPointer(rebasing: piece[start..<end]), take)
            } else {
                rest.append(contentsOf: piece[start..<end])
                rest.withUnsafeBufferPointer { give($0, take) }
                rest.removeAll(keepingCapacity: true)
            }
            start = end + 1
        }
        rest.append(contentsOf: piece[start...])
    }

    /// Gives what stands behind the last line feed.
    mutating func finish(_ take: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
        guard !rest.isEmpty else { return }
        rest.withUnsafeBufferPointer { give($0, take) }
        rest = []
    }

    static func lineFeed(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, 0x0A, bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private mutating func give(
        _ line: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>, Int) -> Void
    ) {
        number += 1
        var line = line
        if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = UnsafeBufferPointer(rebasing: line[3...]) }
        if line.last == 0x0D { line = UnsafeBufferPointer(rebasing: line.dropLast()) }
        take(line, number)
    }
}
