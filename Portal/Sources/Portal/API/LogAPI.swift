internal import Ledger
internal import Canonical
internal import Hummingbird
internal import Registry

/// The public log for programs.
struct LogAPI {
    private static let most = 1000
    let call: APICall

    func head() async throws -> Response {
        _ = try call.query([])
        let head = try await call.portal.log.head()
        return APICall.answer(
            .make([
                "checkpoint": .string(String(decoding: head.bytes, as: UTF8.self)),
                "key": .string(call.portal.filings.key.verifying.text), "origin": .string(head.origin),
                "root": .string(head.root.description), "size": .number(head.size),
            ]))
    }

    func events() async throws -> Response {
        let fields = try call.query(["from", "limit"])
        let first = try APICall.number(fields, "from", in: 0...(1 << 48)) ?? 0
        let limit = try APICall.number(fields, "limit", in: 1...Self.most) ?? 100
        let events = try await call.portal.log.events(in: first..<(first + limit))
        let lines = events.map { JSONValue.string(String(decoding: $0.line, as: UTF8.self)) }
        return APICall.answer(.make(["events": .array(lines), "from": .number(first)]))
    }

    func entry() async throws -> Response {
        _ = try call.query([])
        guard let text = call.visit.context.parameters.get("index"), let index = Int(text), String(index) == text else {
            throw Refusal.badRequest("index: a whole number is due")
        }
        guard index >= 0, let entry = try await call.portal.log.entry(index) else { throw Refusal.notFound }
        return APICall.answer(entry.json)
    }

    func consistency() async throws -> Response {
        let fields = try call.query(["from", "to"])
        guard let older = try APICall.number(fields, "from", in: 1...(1 << 48)),
            let size = try APICall.number(fields, "to", in: 1...(1 << 48))
        else { throw Refusal.badRequest("from and to: two sizes of the log are due") }
        guard let proof = try await call.portal.log.consistency(from: older, to: size) else { throw Refusal.notFound }
        return APICall.answer(
            .make([
                "from": .number(proof.older), "path": .array(proof.path.map { .string($0.hex) }),
                "to": .number(proof.newer),
            ]))
    }
}
