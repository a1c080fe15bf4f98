internal import Canonical
internal import Rights
internal import WebAddress

extension RightsVectorFormat {
    static let robotsReadings: [String: Reading] = [
        "robots.rfc9309": crawl, "robots.fetch": fetchMeaning, "robots.scope": scope, "robots.ai-token": token,
        "product-token": productToken,
    ]

    @Sendable private static func crawl(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let verdict = try verdict(input, agent: try input.text("agent"))
        let delay = verdict.crawlDelay.map { JSONValue.integer(Int64($0)) }
        return .fields(["crawl": .string(RobotsFormat.word(verdict.allowed)), "crawlDelay": delay ?? .null])
    }

    private static func verdict(_ input: VectorRow, agent: String) throws(VectorFault) -> RobotsVerdict {
        let file = RobotsFile.parse(try input.bytes("robots"))
        return try RobotsFormat.verdict(file, agent: agent, url: try input.text("url"))
    }

    @Sendable private static func fetchMeaning(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        guard input["status"] != nil || input["error"] != nil else { throw VectorFault("neither status nor error") }
        let meaning = RobotsFetchMeaning(status: input["status"]?.integer.map(Int.init))
        return .fields(["result": .string(meaning.rawValue)])
    }

    @Sendable private static func scope(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let (at, url) = (try input.text("robotsAt"), try input.text("url"))
        // One of another scheme, or at another path, speaks for no page (RFC 9309, section 2.3).
        do throws(WebURLError) {
            let (file, page) = (try CanonicalURL(at), try CanonicalURL(url))
            return .fields(["applies": .bool(file.origin == page.origin && file.pathAndQuery == "/robots.txt")])
        } catch {
            return .fields(["applies": .bool(false)])
        }
    }

    @Sendable private static func token(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let text = try input.text("token")
        guard let token = ProductToken(prefixOf: text) else { throw VectorFault("`\(text)` is no product token") }
        let isNamed = RobotsFile.parse(try input.bytes("robots")).isNamed(token)
        let verdict = try verdict(input, agent: text)
        return .fields(["named": .bool(isNamed), "disallowed": .bool(!verdict.allowed)])
    }

    @Sendable private static func productToken(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        .fields(["valid": .bool(ProductToken(try input.text("token")) != nil)])
    }

    static func page(_ url: String) throws(VectorFault) -> CanonicalURL {
        do throws(WebURLError) { return try CanonicalURL(url) } catch { throw VectorFault("\(error)") }
    }
}
