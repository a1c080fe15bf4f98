internal import Foundation

/// `Retry-After`: seconds, or a date. Source: RFC 9110, section 10.2.3, date read 2026-11-23.
enum RetryAfter {
    /// Milliseconds from now; nil if the header is missing or says nothing that can be read.
    static func milliseconds(_ value: String?, now: Int64) -> Int64? {
        guard let value else { return nil }
        let text = value.filter { $0 != "\t" }.drop { $0 == " " }
        if let seconds = Int64(text) { return max(0, min(seconds, 7 * 86_400)) * 1000 }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "GMT")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        guard let date = format.date(from: String(text)) else { return nil }
        return max(0, Int64(date.timeIntervalSince1970 * 1000) - now)
    }
}
