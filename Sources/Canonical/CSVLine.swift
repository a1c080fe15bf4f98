/// One line of comma-separated values.
///
/// Source: RFC 4180, section 2; a field does not go on over the end of its line. Read 2026-11-29.
public enum CSVLine {
    /// Its fields; one in quotes may hold commas, and quotes written twice. Nil if a quote is not closed, or stands inside of a
    /// field without quotes.
    public static func fields(_ text: String) -> [String]? {
        var (fields, field) = ([String](), [UInt8]())
        var (isQuoted, wasQuoted) = (false, false)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""):
                if !isQuoted, wasQuoted { field.append(byte) }
                if !isQuoted, !wasQuoted, !field.isEmpty { return nil }
                isQuoted.toggle()
                wasQuoted = true
            case UInt8(ascii: ",") where !isQuoted:
                fields.append(String(decoding: field, as: UTF8.self))
                (field, wasQuoted) = ([], false)
            default: field.append(byte)
            }
        }
        fields.append(String(decoding: field, as: UTF8.self))
        return isQuoted ? nil : fields
    }
}
