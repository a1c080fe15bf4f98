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
        /// It is no file of this protocol, such as an error page.
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
        if text.first == UInt8(ascii: "<"), !speaksOfReservation(text) { return .notImplemented }
        do throws(JSONError) {
            return TDMRepFile.outcome(try JSONReader.read(body, lenient: true), bytes, text)
        } catch {
            return speaksOfReservation(text) || text.first == UInt8(ascii: "[") || text.first == UInt8(ascii: "{")
                ? .unreadable(error.description) : .notImplemented
        }
    }

    /// The rule that counts for a path and query; nil if none matches.
    public func rule(for pathAndQuery: String) -> Rule? {
        let path = PathPattern.path(Array((pathAndQuery.isEmpty ? "/" : pathAndQuery).utf8)[...], .rfc)
        return rules.first { $0.pattern.matches(path) }
    }

    private static func speaksOfReservation(_ text: ArraySlice<UInt8>) -> Bool {
        ByteText.contains(text, "tdm-reservation") || ByteText.contains(text, "tdm_reservation")
    }

    private static func outcome(_ value: JSONValue, _ bytes: [UInt8], _ text: ArraySlice<UInt8>) -> Outcome {
        let items: [JSONValue]
        var notes: [String] = []
        switch value {
        case .array(let all): items = all
        case .object:
            items = [value]
            notes.append("nonconformant")
        default: return speaksOfReservation(text) ? .unreadable("no array of rules") : .notImplemented
        }
        let places = objects(in: bytes)
        let isPlaced = places.count == items.count
        let rules = items.indices.map { rule(items[$0], bytes, isPlaced ? places[$0] : 0..<bytes.count) }
        let isOther = !rules.isEmpty && rules.allSatisfy { $0 == nil } && !speaksOfReservation(text)
        if isOther { return .notImplemented }
        return .rules(
            TDMRepFile(
                rules: rules.compactMap { $0 }, notes: notes, hasUnreadableRule: rules.contains { $0 == nil }))
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

    private static func rule(_ item: JSONValue, _ bytes: [UInt8], _ place: Range<Int>) -> Rule? {
        guard let location = item["location"]?.string, let value = item["tdm-reservation"] else { return nil }
        var notes: [String] = []
        let reservation: TDMReservation.Reservation
        switch value {
        case .integer(1): reservation = .reserved
        case .integer(0): reservation = .notReserved
        case .string("1"), .bool(true), .number("1.0"): (reservation, notes) = (.reserved, ["nonconformant"])
        default:
            let text = String(decoding: value.canonicalBytes, as: UTF8.self)
            (reservation, notes) = (.undefined(text), ["nonconformant"])
        }
        return Rule(
            location: location, statement: TDMReservation(reservation: reservation, policy: item["tdm-policy"]?.string),
            notes: notes, text: Array(bytes[place].prefix(4096)), offset: place.lowerBound,
            pattern: PathPattern(Array(location.utf8)[...], .rfc))
    }
}
