internal import Canonical
internal import Extraction
internal import Foundation
internal import Provenance
internal import Registry

/// What sketches of texts cost: to make one, to keep one in a snapshot, and to look for copies among many.
struct SketchMeasure {
    private static let words = 700
    let folder: String
    let count: Int

    /// An article of some words that are the same in every run.
    private static func text(_ number: Int) -> [UInt8] {
        var state = UInt64(number &* 7919 &+ 17)
        var out: [UInt8] = []
        for place in 0..<words {
            state = state &* 6364136223846793005 &+ 1442695040888963407
            out += Array("\(EntryMaker.word(state >> 40))\(place % 12 == 11 ? ". " : " ")".utf8)
        }
        return out
    }

    func run() throws {
        let texts = (0..<min(count, 2000)).map(Self.text)
        let octets = texts.reduce(0) { $0 + $1.count }
        var rounds: [Double] = []
        var sketches: [TextSketch] = []
        for _ in 0..<5 {
            let start = processor()
            sketches = texts.map { TextSketch(of: $0) }
            rounds.append(processor() - start)
        }
        let making = rounds.sorted()[2]
        print(
            """
            sketch             \(making / Double(texts.count) * 1e6) µs of the processor a text of \(octets / texts.count) octets, \
            \(Double(octets) / making / 1e6) MB/s; \(TextSketch.octetCount) octets
            """)
        try look(sketches)
    }

    /// Every tenth text asked for stands in the snapshot.
    private func look(_ made: [TextSketch]) throws {
        var random = UInt64(99)
        func octets() -> [UInt8] {
            (0..<TextSketch.placeCount).map { _ in
                random = random &* 6364136223846793005 &+ 1442695040888963407
                return UInt8(truncatingIfNeeded: random >> 56)
            }
        }
        let others = (made.count..<max(count, made.count)).map { _ in TextSketch(places: octets(), count: 700) }
        let list = folder + "/sketches.csv"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let rows = (made.prefix(count) + others).map { "text,\(TextSketch.algorithm):\($0.base64)\n" }
        try Data(rows.joined().utf8).write(to: URL(fileURLWithPath: list))
        let suffixes = Array("com\n".utf8)
        let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
        let start = processor()
        let snapshot = try Snapshot.compile(publicSuffixList: suffixes, at: now, into: folder + "/snapshot", rows: list)
        let compiling = processor() - start
        let asked = (0..<500).map { $0 % 10 == 0 ? made[$0 % made.count] : TextSketch(places: octets(), count: 700) }
        var (times, hits) = ([Int](), 0)
        for sketch in asked.map(\.base64) {
            let start = nanoseconds()
            hits += snapshot.match(MatchKeys(sketch: sketch), at: now).count
            times.append(nanoseconds() - start)
        }
        times.sort()
        print(
            """
            texts              \(snapshot.count) in a snapshot, \(Double(snapshot.summary.bytes * 10 / snapshot.count) / 10) octets each; compile \(compiling) CPU s
            look for copies    median \(times[times.count / 2] / 1000) µs a text, 99 % \(times[times.count * 99 / 100] / 1000) µs; \(hits) found
            """)
    }
}

extension Snapshot {
    /// Of the rows of a list that can be taken.
    fileprivate static func compile(
        publicSuffixList: [UInt8], at: Timestamp, into folder: String, rows list: String
    ) throws -> Snapshot {
        let terms = ObjectionImport.Terms(standing: .documents, at: at)
        var rows = try ObjectionImport(path: list, format: .csv, terms: terms, publicSuffixList: publicSuffixList)
        return try compile(publicSuffixList: publicSuffixList, at: at, into: folder) { () throws(RegistryError) in
            while let row = try rows.next() { if case .success(let objection) = row { return objection } }
            return nil
        }
    }
}
