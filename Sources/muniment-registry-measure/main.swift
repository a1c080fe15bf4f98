internal import Canonical
internal import Foundation
internal import Glibc
internal import Registry
internal import WebAddress

/// Seconds that passed while something was done.
func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    let (whole, part) = (ContinuousClock.now - start).components
    return Double(whole) + Double(part) / 1e18
}

/// Seconds of the processor that this process has had, its own and the kernel's.
func processor() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
}

/// Octets of memory that belong to the process now, in MB: mapped files count as far as they were touched.
func resident() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    return (Int(text.split(separator: " ")[1]) ?? 0) * Int(getpagesize()) >> 20
}

/// The most memory the process had, in MB.
func peak() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
}

func write(list path: String, entries: Int) throws {
    guard let file = fopen(path, "w") else { throw RegistryError(.storage, file: path, reason: "cannot be made") }
    defer { fclose(file) }
    for number in 0..<entries { fputs(EntryMaker.row(number), file) }
}

/// Median and mean of single answers, in nanoseconds; every tenth URL is covered, and so is every tenth payload.
func ask(_ snapshot: Snapshot, entries: Int, questions: Int) throws -> (median: Int, mean: Double, hits: Int) {
    var pages: [(CanonicalURL, Digest)] = []
    for number in 0..<questions {
        let isCovered = number % 10 == 0
        let entry = isCovered ? (number &* 7919) % entries : entries + 1 + number
        pages.append((try CanonicalURL(EntryMaker.url(entry)), EntryMaker.payload(isCovered ? entry : -entry)))
    }
    let at = snapshot.compiledAt
    var times: [Int] = []
    var hits = 0
    for round in 0...1 {
        times.removeAll(keepingCapacity: true)
        hits = 0
        for (page, payload) in pages {
            let start = nanoseconds()
            if !snapshot.match(page, payload: payload, at: at).isEmpty { hits += 1 }
            if round == 1 { times.append(nanoseconds() - start) }
        }
    }
    times.sort()
    return (times[times.count / 2], Double(times.reduce(0, +)) / Double(times.count), hits)
}

func nanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

// Usage: muniment-registry-measure FOLDER ENTRIES [PUBLIC_SUFFIX_LIST], or FOLDER sketches COUNT
let arguments = CommandLine.arguments
if arguments.count == 4, arguments[2] == "sketches", let count = Int(arguments[3]), count > 0 {
    try SketchMeasure(folder: arguments[1], count: count).run()
    exit(0)
}
guard arguments.count >= 3, let entries = Int(arguments[2]), entries > 0 else {
    print(
        "usage: muniment-registry-measure FOLDER ENTRIES [PUBLIC_SUFFIX_LIST]\n       muniment-registry-measure FOLDER sketches COUNT"
    )
    exit(2)
}
let (folder, list) = (arguments[1] + "/snapshot", arguments[1] + "/list.csv")
let suffixFile = arguments.count > 3 ? arguments[3] : "/usr/share/publicsuffix/public_suffix_list.dat"
let suffixes = Array(try Data(contentsOf: URL(fileURLWithPath: suffixFile)))
let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
try FileManager.default.createDirectory(atPath: arguments[1], withIntermediateDirectories: true)
if !FileManager.default.fileExists(atPath: list) { try write(list: list, entries: entries) }
var refused = 0
let before = processor()
let compiling = try seconds {
    let terms = ObjectionImport.Terms(standing: .documents, at: now)
    var rows = try ObjectionImport(path: list, format: .csv, terms: terms, publicSuffixList: suffixes)
    try Snapshot.compile(publicSuffixList: suffixes, at: now, into: folder) { () throws(RegistryError) in
        while let row = try rows.next() {
            if case .success(let objection) = row { return objection }
            refused += 1
        }
        return nil
    }
}
let (memory, worked) = (peak(), processor() - before)
let opening = try (0..<5).map { _ in try seconds { _ = try Snapshot.open(folder) } }.sorted()[2]
let testing = try seconds { _ = try Snapshot.load(folder) }
let opened = try resident()
let snapshot = try Snapshot.open(folder)
let held = try resident() - opened
let summary = snapshot.summary
// As many as the peers are asked (Benchmarks/registry.py).
let answer = try ask(snapshot, entries: entries, questions: min(entries, 200_000))
print(
    """
    entries            \(summary.entries) (\(refused) rows refused)
    octets an entry    \(Double(summary.bytes * 10 / summary.entries) / 10)
    compile            \(worked) CPU s (\(compiling) s passed) from CSV, canonical forms and tests in it; at most \(memory) MB
    open               \(opening * 1000) ms, and \(held) MB more of memory
    test of all octets \(testing) s
    a page             median \(answer.median) ns, mean \(Int(answer.mean)) ns; \(answer.hits) covered
    """)
