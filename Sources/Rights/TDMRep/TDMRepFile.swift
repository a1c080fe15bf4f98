internal import Canonical

/// A `/.well-known/tdmrep.json` file, parsed once and asked often.
///
/// Source: W3C TDMRep, CG Final Report of 2024-05-10, section 6, read 2026-11-23. The first matching rule counts, not
/// the longest.
public struct TDMRepFile: Sendable {
    /// Bytes that are read of a file; a longer one counts as unreachable.
    public static let limit = 500 * 1024

    /// What came of reading a file.
    public enum Outcome: Sendable {
        case rules(TDMRepFile)
        /// It is no file of this protocol: a page of HTML, or an object of another kind, as servers give for what they
        /// do not have.
        case notImplemented
        /// It may reserve something, and cannot be read; the reason in words.
        case unreadable(String)
    }

    /// One rule as it stands in the file.
    public struct Rule: Sendable {
        public let location: String
        public let statement: TDMReservation
        /// `nonconformant`, `restrictive-intent`.
        public let notes: [String]
        /// The rule as it stands in the file.
        public let text: [UInt8]
        /// Bytes of the file before the rule.
        public let offset: Int
        let pattern: PathPattern
    }

    public let rules: [Rule]
    /// `nonconformant`, `html-body`.
    public let notes: [String]
    /// A part of the file had to be passed over: what it would have said is not known.
    public let hasUnreadableRule: Bool

    public static func parse(_ bytes: [UInt8]) -> Outcome {
        guard bytes.count <= limit else { return .unreadable("longer than \(limit) bytes") }
        var body = bytes
        if body.starts(with: [0xEF, 0xBB, 0xBF]) { body.removeFirst(3) }
        let text = ByteText.trimmed(body[...])
        guard ByteText.isText(text) else { return .unreadable("no UTF-8 text") }
        guard !text.isEmpty else { return .unreadable("empty") }
        if text.first == UInt8(ascii: "<"), !speaksOfReservation(text) { return .notImplemented }
        do throws(JSONError) {
            return TDMRepFile.outcome(try JSONReader.read(body, lenient: true), bytes, text)
        } catch {
            return .unreadable(error.description)
        }
    }

    /// The rule that counts for a path and query; nil if none matches.
    public func rule(for pathAndQuery: String) -> Rule? {
        let path = PathPattern.path(Self.text(pathAndQuery)[...], .rfc)
        return rules.first { $0.pattern.matches(path) }
    }

    /// A rule that reserves the folder of the name of a path, before any that counts for the path: `/walk/` for `/walk`, which
    /// most servers hold for one. Nil if there is none.
    func folderRule(for pathAndQuery: String) -> Rule? {
        let text = Self.text(pathAndQuery)
        let query = text.firstIndex(of: UInt8(ascii: "?")) ?? text.endIndex
        let path = PathPattern.path(text[...], .rfc)
        let folder = PathPattern.path((text[..<query] + [UInt8(ascii: "/")] + text[query...])[...], .rfc)
        let reserves = { (rule: Rule) in rule.statement.reservation == .reserved && rule.pattern.matches(folder) }
        let first = rules.first { $0.pattern.matches(path) || reserves($0) }
        return first.flatMap { $0.pattern.matches(path) ? nil : $0 }
    }

    private static func text(_ pathAndQuery: String) -> [UInt8] {
        Array((pathAndQuery.isEmpty ? "/" : pathAndQuery).utf8)
    }

    private static func speaksOfReservation(_ text: ArraySlice<UInt8>) -> Bool {
        ByteText.contains(text, "tdm-reservation") || ByteText.contains(text, "tdm_reservation")
            || ByteText.contains(text, "tdm-policy")
    }

    private static func outcome(_ value: JSONValue, _ bytes: [UInt8], _ text: ArraySlice<UInt8>) -> Outcome {
        let items: [JSONValue]
        let isLone = value.members != nil
        if let all = value.array {
            items = all
        } else if isLone {
            items = [value]
        } else {
            return .unreadable("no array of rules")
        }
        let places = objects(in: bytes)
        let isPlaced = places.count == items.count
        let rules = items.indices.map { rule(items[$0], bytes, isPlaced ? places[$0] : 0..<bytes.count) }
        let isShorthand = value.members?.contains { isPattern($0.key) } ?? false
        if isLone, rules.allSatisfy({ $0 == nil }), !speaksOfReservation(text), value["location"] == nil, !isShorthand {
            return .notImplemented
        }
        return .rules(
            TDMRepFile(
                rules: rules.compactMap { $0 }, notes: isLone ? ["nonconformant"] : [],
                hasUnreadableRule: rules.contains { $0 == nil }))
    }

    /// Where the outermost objects of the file stand.
    private static func objects(in bytes: [UInt8]) -> [Range<Int>] {
        var (places, depth, start, at): ([Range<Int>], Int, Int, Int) = ([], 0, 0, 0)
        var isInString = false
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\\") where isInString: at += 1
            case UInt8(ascii: "\""): isInString.toggle()
            case UInt8(ascii: "{") where !isInString:
                if depth == 0 { start = at }
                depth += 1
            case UInt8(ascii: "}") where !isInString:
                depth -= 1
                if depth == 0 { places.append(start..<at + 1) }
            default: break
            }
            at += 1
        }
        return places
    }

    /// A pattern that begins otherwise matches no path: what it was meant to reach cannot be told.
    /// Nor does one with a fragment, which no request has, or one that begins with a host.
    private static func isPattern(_ location: String) -> Bool {
        (location.hasPrefix("/") && !location.hasPrefix("//") || location.hasPrefix("*")) && !location.contains("#")
    }

    private static func reservation(_ values: [JSONValue]) -> (TDMReservation.Reservation, [String]) {
        let read = values.map(reservation)
        if let reserved = read.first(where: { $0.0 == .reserved }) { return reserved }
        if let undefined = read.first(where: { $0.0 != .notReserved }) { return undefined }
        return read.first ?? (.unset, [])
    }

    private static func reservation(_ value: JSONValue) -> (TDMReservation.Reservation, [String]) {
        switch value {
        case .integer(1): (.reserved, [])
        case .integer(0): (.notReserved, [])
        case .string("1"), .bool(true), .number("1.0"): (.reserved, ["nonconformant"])
        default: (.undefined(String(decoding: value.canonicalBytes, as: UTF8.self)), ["nonconformant"])
        }
    }

    private static func rule(_ item: JSONValue, _ bytes: [UInt8], _ place: Range<Int>) -> Rule? {
        // A key that stands twice may mean either place.
        let locations = (item.members ?? []).filter { $0.key == "location" }.map(\.value)
        guard let location = locations.first?.string, isPattern(location), Set(locations).count == 1 else {
            return nil
        }
        // Of a key that stands several times every value counts, and the strictest wins.
        let values = (item.members ?? []).filter { $0.key == "tdm-reservation" }.map(\.value)
        let policy = item["tdm-policy"]?.string
        guard !values.isEmpty || policy != nil else { return nil }
        let (reservation, notes) = reservation(values)
        return Rule(
            location: location, statement: TDMReservation(reservation: reservation, policy: policy),
            notes: notes, text: Array(bytes[place].prefix(4096)), offset: place.lowerBound,
            pattern: PathPattern(Array(location.utf8)[...], .rfc))
    }
}
