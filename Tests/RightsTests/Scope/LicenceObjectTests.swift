import Provenance
import Rights
import Testing

@Suite("A licence that JSON-LD states as an object, or in words, says no more than a licence")
struct LicenceObjectTests {
    private static let (by, nc) = (ScopeCase.by, ScopeCase.nc)

    private static func page(_ value: String) -> String {
        ScopeCase.page(
            head: ScopeCase.json(#"{"@type":"Article","author":{"name":"Jane Doe"},"license":\#(value)}"#))
    }

    static let more: [String] = [
        #"{"@id":"\#(by)","description":"Photos only"}"#,
        #"{"@type":"CreativeWork","url":"\#(by)","name":"CC BY-NC 4.0"}"#,
        #"{"url":"\#(by)","name":"Licence of the photographs"}"#,
        #"{"@id":"\#(by)","name":"Image licence"}"#,
        #"{"url":"\#(by)","about":"images"}"#,
        #"{"@type":"CreativeWork","url":"\#(by)","text":"The text is not included."}"#,
        #"{"@type":"CreativeWork","url":"\#(by)","validUntil":"2020-01-01"}"#,
        #"{"@type":"CreativeWork","url":"\#(by)","headline":"All rights reserved"}"#,
        #"{"url":"\#(by)","temporalCoverage":"../2020"}"#,
        #"{"@type":"CreativeWork","url":"\#(by)","conditionsOfAccess":"Members only"}"#,
        #"{"@id":"\#(by)","url":"https://ex.com/terms"}"#,
        #"{"url":"\#(by)","@id":"\#(nc)"}"#,
        #"{"@value":"\#(by)","@id":"https://ex.com/terms"}"#,
        #"{"@type":"CreativeWork","name":"CC BY 4.0 (photos)"}"#,
        #""CC BY 4.0 (photos)""#,
        #""CC BY 4.0, text excluded""#,
        #""\#(by) photos only""#,
        #""\#(by)#photos""#,
        #""Photos: \#(by)""#,
        #"["\#(by)","Terms"]"#,
        #"{"@type":"ImageObject","url":"\#(by)"}"#,
        #"{"@type":"CreativeWork","url":"\#(by)","appliesTo":"images"}"#,
        #"{"@id":"\#(by)","spatialCoverage":"Germany"}"#,
        #"{"@type":"CreativeWork","url":"\#(by)","isPartOf":{"@type":"Dataset"}}"#,
        #"{"@list":["\#(by)"],"description":"photos"}"#,
        #"{"@type":"CreativeWork","url":"\#(by)","name":"Attribution 4.0, non-commercial"}"#,
        #"{"@type":"CreativeWork","url":"\#(by)","name":"Terms of use"}"#,
        #"{"@type":"CreativeWork","url":"\#(by)","usageInfo":"No AI"}"#,
        #"{"@type":"CreativeWork","url":"\#(by)","copyrightNotice":"© The Times"}"#,
    ]

    @Test("An object that tells of what, for whom or until when, and words beside the name", arguments: more)
    func says(_ value: String) throws {
        #expect(try PageFixture(html: Self.page(value)).reading().licence.outcome != .covers)
    }

    static let plain: [String] = [
        #"{"@id":"\#(by)"}"#,
        #"{"@type":"CreativeWork","url":"\#(by)","name":"CC BY 4.0"}"#,
        #"{"@type":"CreativeWork","url":"\#(by)","name":"Creative Commons Attribution 4.0 International"}"#,
        #"{"@type":"CreativeWork","name":"Creative Commons Attribution 4.0 International License","url":"\#(by)"}"#,
        #"{"@type":"CreativeWork","name":"Attribution 4.0 International (CC BY 4.0)","url":"\#(by)"}"#,
        #"{"@type":"CreativeWork","name":"License","url":"\#(by)"}"#,
        #""CC BY 4.0""#,
        #"{"@type":"URL","@id":"\#(by)"}"#,
        #"{"@type":"CreativeWork","name":"Creative Commons Attribution 4.0 International Public License","url":"\#(by)"}"#,
    ]

    @Test("A licence with its name", arguments: plain)
    func isPlain(_ value: String) throws {
        #expect(
            try ScopeCase("plain", Self.page(value), .covers, ["cc-by"]).difference() == nil
        )
    }
}
