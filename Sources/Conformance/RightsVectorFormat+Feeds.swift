internal import Canonical
internal import Markup
internal import Rights
internal import WebAddress

extension RightsVectorFormat {
    static let feedReadings: [String: Reading] = ["licence.feed": feed, "licence.xml": feed]

    /// What an XML document says of its own things: of the first item or entry if there is one, else of the whole.
    @Sendable private static func feed(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let url = try page(input["url"]?.string ?? "https://example.com/feed.xml")
        let xml = XMLReader.read(try input.bytes("xml"))
        let rights = XMLRights.read(xml, url: url, at: try moment(input), tables: try Tables.shared())
        return FeedAnswer(rights, url: url).value
    }

    /// Everything the reader says of bytes taken as XML that is no page.
    static func rights(xml bytes: [UInt8]) throws(VectorFault) -> RightsReading {
        guard let agent = ProductToken("ExampleBot") else { throw VectorFault("no agent") }
        let response = ResponseInput(
            url: try page("https://example.com/feed.xml"), hops: [], status: 200, headers: [],
            fetched: Timestamp(seconds: 1_790_000_000))
        return RightsReader(agent: agent, tables: try Tables.shared()).read(
            response, xml: XMLReader.read(bytes), site: SiteEvidence(atFetch: nil, atUse: nil))
    }

    /// When the row's document was taken.
    private static func moment(_ input: VectorRow) throws(VectorFault) -> Timestamp {
        for key in ["at", "now", "date", "today", "fetched"] {
            guard let text = input[key]?.string else { continue }
            guard let time = Timestamp(day: text) ?? Timestamp(rfc3339: text) else {
                throw VectorFault("`\(key)` is no time: \(text)")
            }
            return time
        }
        return Timestamp(seconds: 1_790_000_000)
    }
}
