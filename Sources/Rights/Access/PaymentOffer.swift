internal import Canonical

/// What an x402 response asks for: the JSON body of a 402, or its `PAYMENT-REQUIRED` header.
///
/// An offer is no permission: paying buys access, not a licence to train.
/// Source: x402 protocol, versions 1 and 2 (`accepts` of payment requirements), read 2026-11-24.
public struct PaymentOffer: Hashable, Sendable {
    /// Bytes that are read of a body.
    public static let limit = 64 * 1024
    /// Requirements that are kept.
    static let mostRequirements = 16

    /// One way to pay.
    public struct Requirement: Hashable, Sendable {
        public let scheme: String
        public let network: String
        /// In the smallest unit of the asset, as written.
        public let amount: String
        public let asset: String
        public let payTo: String
        public let resource: String

        /// `x402 exact 10000 USDC on base for https://…`.
        public var text: String {
            let parts = ["x402", scheme, amount, asset, network.isEmpty ? "" : "on " + network]
            return parts.filter { !$0.isEmpty }.joined(separator: " ") + (resource.isEmpty ? "" : " for " + resource)
        }
    }

    public let version: Int64
    public let error: String
    public let requirements: [Requirement]

    /// Nil if the body is no such offer.
    public static func parse(_ body: [UInt8]) -> PaymentOffer? {
        let text = ByteText.trimmed(body[...])
        guard body.count <= limit, text.first == UInt8(ascii: "{") else { return nil }
        do throws(JSONError) { return PaymentOffer(try JSONReader.read(Array(text))) } catch { return nil }
    }

    /// Reads the base64 of a `PAYMENT-REQUIRED` header.
    public static func parse(header: String) -> PaymentOffer? {
        Base64.decode(ByteText.trimmed(header)).flatMap(parse)
    }

    private init?(_ value: JSONValue) {
        guard let accepts = value["accepts"]?.array, value["x402Version"] != nil || !accepts.isEmpty else { return nil }
        let resource = Self.text(value["resource"])
        let read = accepts.prefix(Self.mostRequirements).compactMap { Self.requirement($0, resource) }
        guard !read.isEmpty || value["x402Version"] != nil else { return nil }
        version = value["x402Version"]?.integer ?? 0
        error = value["error"]?.string ?? ""
        requirements = read
    }

    private static func requirement(_ item: JSONValue, _ resource: String) -> Requirement? {
        guard let scheme = item["scheme"]?.string else { return nil }
        let own = text(item["resource"])
        return Requirement(
            scheme: scheme, network: text(item["network"]),
            amount: text(item["maxAmountRequired"] ?? item["amount"] ?? item["price"]), asset: text(item["asset"]),
            payTo: text(item["payTo"]), resource: own.isEmpty ? resource : own)
    }

    private static func text(_ value: JSONValue?) -> String {
        switch value {
        case .string(let text)?: text
        case .integer(let number)?: String(number)
        case .number(let text)?: text
        case .object?: value?["url"]?.string ?? value?["address"]?.string ?? ""
        default: ""
        }
    }
}
