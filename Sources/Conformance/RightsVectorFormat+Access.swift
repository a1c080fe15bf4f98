internal import Canonical
internal import Rights

extension RightsVectorFormat {
    static let accessReadings: [String: Reading] = [
        "http.status": status, "http.401": status, "schema.paywall": paywall,
    ]

    @Sendable static func status(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        guard let code = input["status"]?.integer else { throw VectorFault("no number `status`") }
        let access = AccessStatus(status: Int(code), headers: try headers(input), walls: try Tables.shared().walls)
        return .fields([
            "access": .string(access.kind.rawValue), "scheme": .text(orNull: access.scheme),
            "error": .text(orNull: access.error), "price": amount(access.price), "charged": amount(access.charged),
            "blockedBy": .text(orNull: access.blockedBy), "rsl": .text(orNull: access.offeredTerms),
        ])
    }

    private static func amount(_ price: AccessStatus.Price?) -> JSONValue {
        guard let price else { return .null }
        return .fields(["currency": .string(price.currency), "amount": .string(price.amount)])
    }

    @Sendable private static func paywall(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        guard let value = JSONLD.read(try input.bytes("jsonld")) else { throw VectorFault("JSON-LD that is no JSON") }
        let found = Paywall.read(value)
        return .fields([
            "free": found.isFree.map { .bool($0) } ?? .null, "paywalledSelectors": .texts(found.selectors),
        ])
    }
}
