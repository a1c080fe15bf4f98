internal import Canonical
public import Provenance
internal import WebAddress

/// The site files that a part has rows of, so that what evidence says it rests on can be held against them.
///
/// Keeps eight bytes for each row of a part's `sites/`.
public struct SiteMarks {
    private var known: Set<Int> = []

    public init() {}

    public mutating func add(_ file: SiteFile) {
        let digest = file.digest?.hex ?? ""
        known.insert(
            Self.mark(
                letter: file.kind.letter.asciiValue ?? 0, outcome: file.outcome.rawValue.utf8,
                fetched: file.fetched.seconds,
                expires: file.expires.seconds, digest: digest.utf8, origin: file.origin.description.utf8,
                asked: (file.kind.path == nil ? file.asked : "").utf8))
    }

    /// Whether every site file that a row of evidence names has its row.
    ///
    /// - Returns: False, too, for items that cannot be read as such.
    public func has(_ scan: EvidenceScan) -> Bool {
        guard let base = Self.base(scan), let url = scan.url else { return scan.sites.isEmpty }
        let own = Self.origin(url.bytes)
        return scan.sites.allSatisfy { has($0, base: base, own: own) }
    }

    private func has(_ item: EvidenceScan.SiteItem, base: Int64, own: Bytes) -> Bool {
        guard let kinds = item.kinds?.bytes, let outcome = item.outcome?.bytes,
            let life = Self.number(item.life?.bytes),
            let times = item.times?.bytes.split(separator: 0x20), !times.isEmpty
        else { return false }
        let digests = item.digests?.bytes.split(separator: 0x20) ?? []
        var asked = (item.asked?.bytes.split(separator: 0x20) ?? [])[...]
        let origin = item.origin.flatMap { $0.bytes.isEmpty ? nil : $0.bytes[...] } ?? own
        for (place, letter) in kinds.enumerated() {
            guard let time = Self.number(times.count == 1 ? times[0] : place < times.count ? times[place] : nil) else {
                return false
            }
            let digest = place < digests.count ? Self.text(digests[place]) : Self.nothing
            let isNamed = letter == UInt8(ascii: "l") || letter == UInt8(ascii: "p")
            let url = isNamed ? asked.popFirst().map(Self.text) ?? Self.nothing : Self.nothing
            let mark = Self.mark(
                letter: letter, outcome: outcome, fetched: base + time, expires: base + time + life, digest: digest,
                origin: origin, asked: url)
            if !known.contains(mark) { return false }
        }
        return true
    }

    private typealias Bytes = UnsafeBufferPointer<UInt8>.SubSequence

    private static var nothing: Bytes { UnsafeBufferPointer(start: nil, count: 0)[...] }

    /// `-` stands for nothing.
    private static func text(_ bytes: Bytes) -> Bytes { bytes.count == 1 && bytes.first == 0x2D ? nothing : bytes }

    /// The row's own time, against which times are counted.
    private static func base(_ scan: EvidenceScan) -> Int64? {
        (scan.fetched ?? scan.decided).flatMap { Timestamp(rfc3339: $0.bytes)?.seconds }
    }

    /// Of a canonical URL: all before its path.
    private static func origin(_ url: UnsafeBufferPointer<UInt8>) -> Bytes {
        guard let mark = url.firstIndex(of: UInt8(ascii: ":")) else { return url[...] }
        let path = url[(mark + 1)...].dropFirst(2).firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }
        return url[..<(path ?? url.endIndex)]
    }

    private static func number(_ bytes: (some Sequence<UInt8>)?) -> Int64? {
        guard let bytes else { return nil }
        var (value, isNegative, count): (Int64, Bool, Int) = (0, false, 0)
        for byte in bytes {
            if count == 0, byte == 0x2D {
                isNegative = true
            } else {
                guard (0x30...0x39).contains(byte), count < 16 else { return nil }
                value = value * 10 + Int64(byte - 0x30)
            }
            count += 1
        }
        return count == 0 ? nil : isNegative ? -value : value
    }

    /// One number of all that evidence and a row of `sites/` both say of a file; another in every run of the program.
    private static func mark(
        letter: UInt8, outcome: some Collection<UInt8>, fetched: Int64, expires: Int64, digest: some Collection<UInt8>,
        origin: some Collection<UInt8>, asked: some Collection<UInt8>
    ) -> Int {
        var hasher = Hasher()
        hasher.combine(letter)
        hasher.combine(fetched)
        hasher.combine(expires)
        add(outcome, to: &hasher)
        add(digest, to: &hasher)
        add(origin, to: &hasher)
        add(asked, to: &hasher)
        return hasher.finalize()
    }

    private static func add(_ bytes: some Collection<UInt8>, to hasher: inout Hasher) {
        hasher.combine(bytes.count)
        _ = bytes.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
