/// Fields of rights that came before the response (103, Early Hints) or behind its body (trailers).
///
/// A server may send them there and a client may drop them, so that what they permit is nobody's word. What they
/// refuse was meant. Source: RFC 8297, section 2; RFC 9110, section 6.5; read 2026-11-24.
public enum LateFields {
    /// Those that refuse, or say what cannot be read: they count as if they stood in the header.
    public static func refusing(_ fields: [(name: String, value: String)]) -> [(name: String, value: String)] {
        fields.filter { refuses(ByteText.lowercased(ByteText.trimmed($0.name)), ByteText.trimmed($0.value)) }
    }

    private static func refuses(_ name: String, _ value: String) -> Bool {
        switch name {
        case "x-robots-tag": true
        case "tdm-reservation": value != "0"
        case "content-usage": refusesUsage(AIPref.parse(value))
        case "content-signal": ContentSignal.parse(value).values.values.contains { $0 == "no" }
        default: false
        }
    }

    /// One field of several lines is one dictionary: a yes would stand for an earlier no, and what cannot be parsed for
    /// nothing.
    private static func refusesUsage(_ statement: AIPref) -> Bool {
        let all = AIPref.Category.allCases.map { statement[$0] }
        return all.contains(.disallowed) && !all.contains(.allowed)
    }
}
