internal import Canonical
internal import Rights

extension RightsVectorFormat {
    static let siteTextReadings: [String: Reading] = [
        "trust.txt": trust, "ai.txt": forAI, "tdmrep.policy": policy, "x402": offer, "http.402": offer,
    ]

    @Sendable private static func trust(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        guard case .file(let file) = TrustTxt.parse(try input.bytes("body")) else {
            return .fields(["datatrainingallowed": .string("absent"), "implemented": .bool(false)])
        }
        let word: String
        if file.records.count > 1 {
            word = "invalid (more than one record)"
        } else {
            switch file.answer {
            case .absent: word = "absent"
            case .allowed: word = "yes"
            case .denied: word = "no"
            case .invalid: word = "invalid"
            case .repeated: word = "invalid (more than one record)"
            }
        }
        return .fields([
            "datatrainingallowed": .string(word), "refused": .bool(file.answer == .denied), "implemented": .bool(true),
        ])
    }

    @Sendable private static func forAI(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let key =
            ["body", "ai_txt", "file", "robots"].first { input[$0] != nil || input[$0 + "_b64"] != nil } ?? "body"
        guard let agent = ProductToken(prefixOf: input["agent"]?.string ?? "ExampleBot") else {
            throw VectorFault("no agent")
        }
        switch AITxt.parse(try input.bytes(key)) {
        case .other(let other):
            return .fields([
                "allowed": .null, "train": .string("unknown"), "result": .string("not-implemented"),
                "implemented": .bool(false),
                "kind": .string(other.kind.rawValue), "spawning": .bool(false),
            ])
        case .file(let file):
            let path = try RobotsFormat.path(of: input["url"]?.string ?? input["path"]?.string ?? "/")
            let allowed = file.verdict(agent: agent, pathAndQuery: path)?.isAllowed
            let word = allowed.map { $0 ? "allow" : "deny" }
            return .fields([
                "allowed": allowed.map { .bool($0) } ?? .null, "train": .string(word ?? "unknown"),
                "result": .string(word ?? "unstated"), "implemented": .bool(true), "kind": .string("spawning"),
                "spawning": .bool(true),
            ])
        }
    }

    /// A policy as data, or what became of fetching it; a reservation stays what it is.
    @Sendable private static func policy(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let outcome: TDMPolicy.Outcome
        if let json = input["json"] ?? input["policy"], json.members != nil || json.array != nil {
            outcome = TDMPolicy.read(json)
        } else if input["body"] != nil || input["body_b64"] != nil {
            outcome = TDMPolicy.parse(try input.bytes("body"))
        } else if input["policyFetch"] != nil {
            outcome = .unknown("not fetched")
        } else {
            throw VectorFault("none of `json`, `policy`, `body` and `policyFetch`")
        }
        let reservation = JSONValue.Member("reservation", input["reservation"] ?? .null)
        guard case .policy(let policy) = outcome else {
            return .object([
                reservation, .init("conditions", .string("unknown")), .init("duties", .array([])),
                .init("purpose", .null),
            ])
        }
        let names = policy.mining.flatMap(\.constraints).map { JSONValue.string($0.leftOperand) }
        return .object([
            reservation, .init("conditions", .string(policy.isUnconditional ? "none" : "known")),
            .init("duties", .texts(policy.duties)), .init("purpose", .text(orNull: policy.purposes.first)),
            .init("purposes", .texts(policy.purposes)), .init("assigner", .text(orNull: policy.assigner?.name)),
            .init("email", .text(orNull: policy.assigner?.email)), .init("target", .text(orNull: policy.targets.first)),
            .init("constraints", .array(names)), .init("uid", .string(policy.uid)),
            .init("action", .string("tdm:mine")),
        ])
    }

    @Sendable private static func offer(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let status = try RightsVectorFormat.status(input)
        var body: [UInt8] = input["json"]?.canonicalBytes ?? []
        if input["body"] != nil || input["body_b64"] != nil { body = try input.bytes("body") }
        let requirements = PaymentOffer.parse(body)?.requirements ?? []
        return .object(
            [
                .init("offers", .integer(Int64(requirements.count))),
                .init("scheme", .text(orNull: requirements.first?.scheme)),
                .init("network", .text(orNull: requirements.first?.network)),
                .init("amount", .text(orNull: requirements.first?.amount)),
                .init("asset", .text(orNull: requirements.first?.asset)),
                .init("payTo", .text(orNull: requirements.first?.payTo)),
                .init("resource", .text(orNull: requirements.first?.resource)),
            ].filter { $0.value != .null } + (status.members ?? []))
    }
}
