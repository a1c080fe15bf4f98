public import Canonical

/// `operator`: who runs this, as servers are told.
public struct OperatorSettings: Hashable, Sendable {
    /// The product token: what robots.txt groups are matched by and what the User-Agent begins with.
    public let product: String
    public let version: String
    /// The page that says what is collected and how to object.
    public let contact: String
    /// A monitored address.
    public let email: String

    public init(_ node: ConfigNode) throws(ConfigError) {
        let keys = try node.map(["product", "version", "contact", "email"])
        func text(_ key: String) throws(ConfigError) -> String {
            guard let value = keys[key] else { throw node.fault("\(key) is missing") }
            let text = try value.string()
            guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
                throw value.fault("plain ASCII without spaces is due")
            }
            return text
        }
        product = try text("product")
        guard product.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x5F || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }) else {
            throw node.fault("product: only letters, - and _ may stand in a product token (RFC 9309, 2.2.1)")
        }
        version = try text("version")
        contact = try text("contact")
        guard contact.hasPrefix("https://") || contact.hasPrefix("http://") else {
            throw node.fault("contact: an http or https URL is due")
        }
        email = try text("email")
        guard email.contains("@") else { throw node.fault("email: an address is due") }
    }
}
