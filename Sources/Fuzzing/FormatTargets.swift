internal import Archive
internal import Canonical
internal import Markup
internal import Registry
internal import Rights
internal import WebAddress

/// Formats that are not rights signals, and that rights signals come in.
enum FormatTargets {
    static let all: [FuzzTarget] = [
        FuzzTarget(name: "sitemap") { bytes in
            let reader = SitemapReader()
            for start in stride(from: 0, to: bytes.count, by: 7) {
                reader.feed(Array(bytes[start..<min(bytes.count, start + 7)]))
            }
            reader.finish()
            _ = reader.takeEntries()
        },
        FuzzTarget(name: "url") { bytes in
            do throws(WebURLError) { _ = try CanonicalURL(String(decoding: bytes, as: UTF8.self)) } catch { return }
        },
        FuzzTarget(name: "json") { bytes in
            let value: JSONValue
            do throws(JSONError) { value = try JSONReader.read(bytes) } catch { return }
            let canonical = value.canonicalBytes
            guard isWhole(value) else { return }
            // What is canonical is taken apart without values, too, and holds the same.
            do throws(JSONError) {
                let tape = try JSONTape(canonical)
                precondition(Self.value(tape, JSONTape.root).canonicalBytes == canonical, "another value")
            } catch {
                preconditionFailure("canonical JSON is refused: \(error)")
            }
        },
        FuzzTarget(name: "http-message") { bytes in
            do {
                let message = try HTTPResponseMessage(bytes)
                var limits = ContentDecoder.Limits()
                limits.maxBytes = 1 << 20
                _ = message.decodedBody(of: bytes, limits: limits)
            } catch { return }
        },
        // The first line is a path, asked of the robots file that follows it.
        FuzzTarget(name: "robots-path") { bytes in
            let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
            guard let agent = ProductToken("FooBot") else { return }
            let file = RobotsFile.parse(Array(bytes[end...]))
            let verdict = file.verdict(agent: agent, pathAndQuery: text(Array(bytes[..<end])))
            precondition(verdict.allowed || verdict.record != nil, "refused by no line")
        },
        // URLs, SPDX expressions and names in prose, of every licence of the table.
        FuzzTarget(name: "licence-names") { _ = Bench.shared.tables.licences.reference(of: text($0)) },
        .choice(
            "names",
            [
                { _ = CreativeCommons.parse(text($0)) }, { _ = ProductToken(prefixOf: text($0)) },
                { _ = RobotsDate.read(text($0)) }, { _ = PLUSDataMining(text($0)) }, { _ = PaymentOffer.parse($0) },
                { _ = AIPref.parse(text($0)) },
            ]),
    ]

    /// Whether it has no numbers but integers.
    private static func isWhole(_ value: JSONValue) -> Bool {
        switch value {
        case .number: false
        case .array(let items): items.allSatisfy { isWhole($0) }
        case .object(let members): members.allSatisfy { isWhole($0.value) }
        default: true
        }
    }

    private static func value(_ tape: JSONTape, _ node: Int) -> JSONValue {
        switch tape.kind(node) {
        case .null: return .null
        case .yes: return .bool(true)
        case .no: return .bool(false)
        case .integer: return .integer(Int64(tape.number(node)))
        case .string: return .string(tape.text(node))
        case .array: return .array(tape.items(of: node).map { value(tape, $0) })
        case .object:
            var members: [JSONValue.Member] = []
            tape.eachMember(of: node) { members.append(.init(tape.text($0), value(tape, $1))) }
            return .object(members)
        }
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
