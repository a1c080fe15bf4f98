import Canonical
import Foundation
import Testing

@Suite("Times as RFC 3339 writes them")
struct TimestampTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        /// Nil where it is refused.
        let read: String?
        var testDescription: String { text }

        init(_ text: String, _ read: String?) {
            self.text = text
            self.read = read
        }
    }

    static let accepted = [
        Case("2026-11-23T12:00:00Z", "2026-11-23T12:00:00Z"), Case("2026-11-23t12:00:00z", "2026-11-23T12:00:00Z"),
        Case("2026-11-23 12:00:00Z", "2026-11-23T12:00:00Z"), Case("2026-11-23T12:00:00.9Z", "2026-11-23T12:00:00Z"),
        Case("2026-11-23T12:00:00.999999999999Z", "2026-11-23T12:00:00Z"),
        Case("2026-11-23T12:00:00+01:30", "2026-11-23T10:30:00Z"),
        Case("2026-11-23T12:00:00-23:59", "2026-11-24T11:59:00Z"),
        Case("2026-11-23T12:00:00.5-00:00", "2026-11-23T12:00:00Z"),
        Case("1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50Z"),
        Case("1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57Z"),
        Case("1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27Z"),
        Case("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"), Case("2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z"),
        Case("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"), Case("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        Case("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        Case("1990-12-31T23:59:60Z", "1990-12-31T23:59:59Z"), Case("1990-12-31T15:59:60-08:00", "1990-12-31T23:59:59Z"),
        Case("2015-06-30T23:59:60.7Z", "2015-06-30T23:59:59Z"),
    ]

    static let refused = [
        "", "2026", "2026-11-23", "2026-11-23T12:00:00", "2026-11-23T12:00Z", "2026-11-23T12:00:00.Z",
        "2026-11-23T12:00:00,5Z", "2026-11-23T12:00:00+0100", "2026-11-23T12:00:00+01", "2026-11-23T12:00:00+24:00",
        "2026-11-23T12:00:00+01:60", "2026-11-23T12:00:00ZZ", "2026-11-23T12:00:00Z ", " 2026-11-23T12:00:00Z",
        "2026-11-23X12:00:00Z", "2026/11/23T12:00:00Z", "2026-00-01T00:00:00Z", "2026-13-01T00:00:00Z",
        "2026-11-00T00:00:00Z", "2026-11-31T00:00:00Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
        "2026-11-23T24:00:00Z", "2026-11-23T12:60:00Z", "2026-11-23T12:00:61Z", "0000-01-01T00:00:00Z",
        "-026-11-23T12:00:00Z", "2026-1１-23T12:00:00Z", "20261123T120000Z",
        // Section 5.7: no leap second but at the end of a month in UTC.
        "2026-11-23T12:00:60Z", "2026-11-23T23:59:60Z", "1990-12-31T23:59:60-08:00", "1990-12-31T23:58:60Z",
        // Out of the range by the offset.
        "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
    ].map { Case($0, nil) }

    @Test("RFC 3339, sections 5.6 to 5.8: read to whole seconds of UTC, or refused", arguments: accepted + refused)
    func table(_ entry: Case) { #expect(Timestamp(rfc3339: entry.text)?.description == entry.read) }

    @Test("A description reads back to the same second, over the whole range")
    func roundTrip() {
        var random = SplitMix(1)
        for _ in 0..<5000 {
            let time = Timestamp(seconds: Int64.random(in: -62_135_596_800...253_402_300_799, using: &random))
            #expect(Timestamp(rfc3339: time.description) == time)
        }
    }

    @Test("Dates agree with Foundation's, day by day over 800 years")
    func againstFoundation() {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for day in stride(from: Int64(-135_000), to: 157_000, by: 13) {
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day) * 86_400))
            let text = Timestamp(seconds: day * 86_400 + 3723).description
            #expect(
                text == String(format: "%04d-%02d-%02dT01:02:03Z", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0))
        }
    }

    @Test("14 digits of an archive's index are a time, anything else is none")
    func digits() {
        #expect(Timestamp(digits: "20200229235958")?.description == "2020-02-29T23:59:58Z")
        for text in ["", "2020", "20200230000000", "2020022923595a", "202002292359581", "2020-2-2T00:00"] {
            #expect(Timestamp(digits: text) == nil)
        }
    }

    @Test("A day is its first second; anything else is none")
    func day() {
        #expect(Timestamp(day: "2024-02-29")?.description == "2024-02-29T00:00:00Z")
        for text in ["", "2026-02-29", "2026-1-01", "2026-11-23Z", "26-11-23", "2026-11-23T00:00:00Z", "2026/11/23"] {
            #expect(Timestamp(day: text) == nil, "\(text)")
        }
    }

    @Test("Adding stops at the ends of the range and never overflows")
    func adding() {
        let time = Timestamp(seconds: 0)
        #expect(time.adding(seconds: -1).description == "1969-12-31T23:59:59Z")
        #expect(time.adding(seconds: .max).description == "9999-12-31T23:59:59Z")
        #expect(time.adding(seconds: -1).adding(seconds: .min).description == "0001-01-01T00:00:00Z")
        #expect(time < time.adding(seconds: 1))
    }
}
