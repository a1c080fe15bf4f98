internal import Archive
internal import Foundation

/// Walks over the pieces of one archive at the same time.
///
/// Where a record begins is only known to a walk that came there from the front, so the pieces begin at guesses, and the walk
/// over each piece must end exactly where the next one began; else nothing of it counts.
struct SplitWalk: Sendable {
    /// Bytes of a piece below which threads cost more than they save.
    private static let leastPiece = 2 << 20

    private let path: String
    private let options: WARCReader.Options
    /// Where the pieces begin.
    private let starts: [Int]

    /// - Parameters:
    ///   - bytes: of the file.
    ///   - pieces: how many there may be.
    /// - Returns: Nil for a file that is not to be split.
    init?(_ path: String, bytes: Int, pieces: Int, limits: LimitSettings) {
        self.path = path
        var options = WARCReader.Options()
        options.maxBlockBytes = limits.recordBytes
        self.options = options
        let count = min(pieces, bytes / Self.leastPiece)
        guard count > 1 else { return nil }
        var starts = [0]
        for piece in 1..<count {
            // What cannot be read is met, and reported, by the walk over the whole.
            do throws(ArchiveError) {
                guard let start = try WARCReader.boundary(in: path, after: bytes / count * piece) else { continue }
                if start > starts[starts.count - 1] { starts.append(start) }
            } catch {
                return nil
            }
        }
        guard starts.count > 1 else { return nil }
        self.starts = starts
    }

    /// What each piece came to, in order; nil if the guesses were wrong or anything is damaged.
    func walk(_ empty: ScanPart) -> [ScanPart]? {
        let results = Results(count: starts.count)
        let threads = starts.indices.map { piece in
            Thread { results.set(piece, walk(piece, empty)) }
        }
        for thread in threads { thread.start() }
        return results.wait()
    }

    private func walk(_ piece: Int, _ empty: ScanPart) -> ScanPart? {
        var part = empty
        let end = piece + 1 < starts.count ? starts[piece + 1] : Int.max
        do throws(ArchiveError) {
            var reader =
                piece == 0
                ? try WARCReader(path: path, options: options)
                : try WARCReader.reading(path, options: options, from: starts[piece])
            while let record = try reader.next() {
                if record.offset >= end { return record.offset == end && record.ordinal == 0 ? part : nil }
                part.take(.record(record))
            }
        } catch {
            return nil
        }
        return end == Int.max ? part : nil
    }

    /// Filled in by several threads, each its own place. Every access happens under `condition`, so it is Sendable.
    private final class Results: @unchecked Sendable {
        private let condition = NSCondition()
        private var parts: [ScanPart?]
        private var left: Int

        init(count: Int) {
            parts = Array(repeating: nil, count: count)
            left = count
        }

        func set(_ place: Int, _ part: ScanPart?) {
            condition.withLock {
                parts[place] = part
                left -= 1
                condition.signal()
            }
        }

        /// All of them once they are there; nil if one came to nothing.
        func wait() -> [ScanPart]? {
            condition.withLock {
                while left > 0 { condition.wait() }
                let all = parts.compactMap(\.self)
                return all.count == parts.count ? all : nil
            }
        }
    }
}
