internal import Canonical
internal import Markup
internal import Rights
internal import WebAddress

extension RightsVectorFormat {
    static let rslReadings: [String: Reading] = [
        "rsl.evaluate": evaluate, "rsl.legacy": legacy, "rsl.maxage": maxAge, "rsl.discovery": discover,
    ]

    private static let someone = "https://example.com/"

    /// A document as a row holds it: alone, in a script of a page, or in other XML.
    private static func document(
        _ input: VectorRow
    ) throws(VectorFault) -> (Result<RSLDocument, RSLFault>, RSLAssociation) {
        if input["html"] != nil {
            let page = try reading(try input.bytes("html"))
            guard let script = RSLDiscovery.scripts(in: page).first else { throw VectorFault("no RSL in the page") }
            do throws(RSLFault) {
                return (.success(try RSLDiscovery.document(inScript: script, page).0), .placement)
            } catch {
                return (.failure(error), .placement)
            }
        }
        for key in ["rss", "xmp", "opf", "embedded"] where input[key] != nil {
            let xml = XMLReader.read(try input.bytes(key))
            guard let index = RSLDiscovery.elements(in: xml).first else { throw VectorFault("no RSL in `\(key)`") }
            do throws(RSLFault) {
                return (.success(try RSLEmbedded.document(in: xml, at: index)), .placement)
            } catch {
                return (.failure(error), .placement)
            }
        }
        let key = ["xml", "body", "document"].first { input[$0] != nil || input[$0 + "_b64"] != nil } ?? "xml"
        do throws(RSLFault) {
            return (.success(try RSLDocument.parse(try bytes(input, key))), .site)
        } catch {
            return (.failure(error), .site)
        }
    }

    /// A fault of the row itself ends the row, not the document.
    private static func bytes(_ input: VectorRow, _ key: String) throws(RSLFault) -> [UInt8] {
        do throws(VectorFault) { return try input.bytes(key) } catch { return [] }
    }

    /// Texts of a key that holds one, several separated by space, or a list.
    private static func words(_ input: VectorRow, _ key: String) -> [String]? {
        if let text = input[key]?.string { return text.split(separator: " ").map(String.init) }
        return input[key]?.array.map { $0.compactMap(\.string) }
    }

    @Sendable private static func evaluate(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let name = input["usage"]?.string ?? "ai-train"
        guard let usage = RSLUsage(rawValue: name) else { throw VectorFault("usage `\(name)` is not known") }
        let url = try page(input["url"]?.string ?? someone)
        let (document, association) = try document(input)
        guard case .success(let document) = document else { return .fields(["result": .string("invalid")]) }
        let finding = document.finding(usage, url: url, by: association)
        let outcome = finding.outcome(
            user: words(input, "user").map { Set($0) }, geo: words(input, "geo")?.first,
            reporting: Set(words(input, "reporting") ?? []))
        return .object(
            [.init("result", .string(outcome.name)), .init("notes", .texts(finding.notes))] + details(outcome))
    }

    private static func details(_ outcome: RSLOutcome) -> [JSONValue.Member] {
        switch outcome {
        case .permittedFree(let standard), .permittedAttribution(let standard):
            return [.init("standard", .text(orNull: standard))]
        case .tokenRequired(let server): return [.init("server", .string(server))]
        case .paymentRequired(let payment, let server):
            let members: [JSONValue.Member] = [
                .init("type", .string(payment.kind.rawValue)), .init("amount", .text(orNull: payment.amount)),
                .init("currency", .text(orNull: payment.currency)), .init("standard", .text(orNull: payment.standard)),
                .init("custom", .text(orNull: payment.custom)), .init("accepts", .text(orNull: payment.accepts)),
                .init("server", .text(orNull: server)),
            ]
            return members + [.init("payment", .object(members))]
        case .prohibited, .notPermitted, .userExcluded, .geoExcluded, .unlicensed, .invalid: return []
        }
    }

    @Sendable private static func legacy(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        guard case .success(let document) = try document(input).0 else {
            return .fields(["result": .string("invalid")])
        }
        let types = document.contents.flatMap(\.licences).compactMap { $0.payment?.kind.rawValue }
        return .fields([
            "version": .string(document.version.rawValue), "tokens": .texts(document.usageTokens),
            "payment": .text(orNull: types.first), "paymentType": .text(orNull: types.first),
        ])
    }

    /// A document that is not valid is looked at again when one without a word on it would be.
    @Sendable private static func maxAge(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        guard case .success(let document) = try document(input).0 else {
            return .fields(["result": .string("invalid"), "revalidateDays": .integer(30), "valid": .bool(false)])
        }
        return .fields(["revalidateDays": .integer(Int64(document.maxAgeDays)), "valid": .bool(true)])
    }

    @Sendable private static func discover(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        guard ["robots", "headers", "html", "xml", "rss", "body"].contains(where: { input[$0] != nil }) else {
            throw VectorFault("no carrier of RSL")
        }
        var found = Discovered()
        if input["robots"] != nil { try found.readRobots(input) }
        if input["headers"] != nil { found.licences += RSLDiscovery.targets(of: try headers(input)) }
        if input["html"] != nil { found.read(try reading(try input.bytes("html"))) }
        for key in ["xml", "rss", "body"] where input[key] != nil { found.read(XMLReader.read(try input.bytes(key))) }
        return .fields([
            "crawl": found.crawl.map { .string(RobotsFormat.word($0)) } ?? .null, "licenses": .texts(found.licences),
            "scope": .text(orNull: found.scope), "inline": .bool(!found.inline.isEmpty),
            "contentUrl": .text(orNull: found.inline.first?.contents.first?.url),
            "contents": .texts(found.inline.flatMap { $0.contents.map(\.url) }),
        ])
    }

    /// What the carriers of one row name or hold.
    private struct Discovered {
        var crawl: Bool?
        var licences: [String] = []
        var scope: String?
        var inline: [RSLDocument] = []

        mutating func readRobots(_ input: VectorRow) throws(VectorFault) {
            let name = input["agent"]?.string ?? "ExampleBot"
            guard let agent = ProductToken(prefixOf: name) else { throw VectorFault("no product token in `\(name)`") }
            let file = RobotsFile.parse(try input.bytes("robots"))
            crawl = try RobotsFormat.verdict(file, agent: name, url: input["url"]?.string ?? "/").allowed
            licences += RSLDiscovery.targets(of: file, for: agent)
        }

        mutating func read(_ page: PageReading) {
            for node in RSLDiscovery.links(in: page) {
                guard let target = RSLDiscovery.target(ofLink: node, page) else { continue }
                licences.append(target)
                note(RSLDiscovery.element(of: node, page) == nil ? "document" : "element")
            }
            for node in RSLDiscovery.scripts(in: page) {
                do throws(RSLFault) {
                    inline.append(try RSLDiscovery.document(inScript: node, page).0)
                    note(RSLDiscovery.element(of: node, page) == nil ? "document" : "element")
                } catch {
                    continue
                }
            }
        }

        mutating func read(_ xml: XMLReading) {
            for index in RSLDiscovery.elements(in: xml) {
                let parent = xml.elements[index].parent
                do throws(RSLFault) {
                    inline.append(
                        parent < 0 ? try RSLDocument.parse(xml.source) : try RSLEmbedded.document(in: xml, at: index))
                    note(parent >= 0 && xml.elements[parent].name.local == "item" ? "item" : "file")
                } catch {
                    continue
                }
            }
        }

        private mutating func note(_ found: String) { if scope == nil { scope = found } }
    }
}
