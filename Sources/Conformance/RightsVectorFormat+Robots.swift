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
        let file = try page(try input.text("robotsAt"))
        let url = try page(try input.text("url"))
        return .fields(["applies": .bool(file.origin == url.origin)])
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
