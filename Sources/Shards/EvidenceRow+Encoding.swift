public import Canonical
internal import Provenance
internal import WebAddress

extension EvidenceRow {
    /// Appends the canonical line, without a newline.
    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("access")
            writer.string(considered.access.rawValue)
            if let capture = considered.capture {
                writer.key("capture")
                Self.write(capture, url: considered.url.text, to: &writer)
            }
            if case .hostRefused(let count) = kind {
                writer.key("count")
                writer.integer(count)
            }
            writer.key("decisions")
            writer.array { writer in
                for decision in decisions { Self.write(decision, last: decisions.last, to: &writer) }
            }
            if let document = considered.document {
                writer.key("document")
                Self.write(document, derived: considered.derivedKey, to: &writer)
            }
            if !considered.grounds.isEmpty {
                writer.key("grounds")
                Self.write(considered.grounds, to: &writer)
            }
            writer.key("id")
            writer.string(id)
            writer.key("keys")
            Self.write(considered.matchKeys, known: knownHops, to: &writer)
            if kind != .capture {
                writer.key("kind")
                writer.string(kindName)
            }
            if considered.licence != .none {
                writer.key("licence")
                Self.write(considered.licence, to: &writer)
            }
            writer.key("registry")
            Self.write(considered.registry, to: &writer)
            if !considered.signals.isEmpty {
                writer.key("signals")
                writer.array { writer in for signal in considered.signals { Self.write(signal, to: &writer) } }
            }
            if !considered.siteFiles.isEmpty {
                writer.key("sites")
                writer.array { writer in
                    let base = Self.base(considered.capture, decisions.last?.at)
                    let facts = SiteFacts(considered.siteFiles, base: base, origin: considered.url.origin)
                    for line in facts.lines { writer.strings(line) }
                }
            }
            writer.key("states")
            writer.array { writer in
                writer.string(considered.statesAtFetch.description)
                if considered.statesAtUse != considered.statesAtFetch {
                    writer.string(considered.statesAtUse.description)
                }
            }
            if !trouble.isEmpty {
                writer.key("trouble")
                writer.string(trouble)
            }
            writer.key("url")
            writer.string(considered.url.text)
            writer.key("v")
            writer.integer(Self.version)
        }
    }

    /// The canonical line, without a newline.
    public var line: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }

    var kindName: String {
        switch kind {
        case .capture: "capture"
        case .refusedBeforeFetch: "refusedBeforeFetch"
        case .hostRefused: "hostRefused"
        }
    }

    /// The URLs that the row names already as hops of its capture.
    private var knownHops: [String] {
        considered.capture.map { $0.hops.map(\.url) } ?? [considered.url.text]
    }

    /// A capture that came without redirects, its one hop being the row's URL, has no `hops`.
    private static func write(_ capture: Capture, url: String, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("body")
            writer.string(capture.bodyState.rawValue)
            writer.key("bytes")
            writer.integer(capture.payloadBytes)
            writer.key("encoding")
            writer.string(capture.encoding)
            if !capture.encodingBy.isEmpty {
                writer.key("encodingBy")
                writer.string(capture.encodingBy)
            }
            writer.key("fetched")
            writer.string(capture.fetched.description)
            if capture.hops != [Hop(url: url, status: capture.status)] {
                writer.key("hops")
                writer.array { writer in
                    for hop in capture.hops {
                        writer.array { writer in
                            writer.integer(hop.status)
                            writer.string(hop.url)
                        }
                    }
                }
            }
            if let digest = capture.payloadDigest {
                writer.key("payload")
                writer.string(digest.hex)
            }
            writer.key("status")
            writer.integer(capture.status)
            writer.key("type")
            writer.string(capture.contentType)
        }
    }

    private static func write(_ document: DocumentFacts, derived: Digest?, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("bytes")
            writer.integer(document.textBytes)
            if document.key != derived {
                writer.key("key")
                writer.string(document.key.hex)
            }
            writer.key("language")
            writer.string(document.language)
            writer.key("text")
            writer.string(document.textDigest.hex)
        }
    }

    /// Hop URLs and digests that stand elsewhere in the row are not said again.
    private static func write(_ keys: MatchKeys, known: [String], to writer: inout JSONWriter) {
        writer.object { writer in
            if !keys.declared.isEmpty {
                writer.key("declared")
                writer.strings(keys.declared.map(\.text))
            }
            writer.key("domains")
            writer.strings(keys.registrableDomains)
            if keys.hops.map(\.text) != known {
                writer.key("hops")
                writer.strings(keys.hops.map(\.text))
            }
            if !keys.identifiers.isEmpty {
                writer.key("identifiers")
                writer.strings(keys.identifiers)
            }
            if !keys.shards.isEmpty {
                writer.key("shards")
                writer.strings(keys.shards)
            }
            if !keys.sketch.isEmpty {
                writer.key("sketch")
                writer.string(keys.sketch)
            }
            if !keys.unwrapped.isEmpty {
                writer.key("unwrapped")
                writer.strings(keys.unwrapped.map(\.text))
            }
        }
    }

    private static func write(_ licence: LicenceFinding, to writer: inout JSONWriter) {
        writer.object { writer in
            if !licence.attribution.isEmpty {
                writer.key("attribution")
                writer.string(licence.attribution)
            }
            writer.key("licences")
            writer.array { writer in
                for reference in licence.licences {
                    writer.strings([reference.id, reference.url, reference.version, reference.jurisdiction])
                }
            }
            writer.key("outcome")
            writer.string(licence.outcome.rawValue)
            writer.key("reason")
            writer.string(licence.reason)
        }
    }

    private static func write(_ answer: RegistryAnswer, to writer: inout JSONWriter) {
        guard case .matches(let matches) = answer else { return writer.null() }
        writer.array { writer in
            for match in matches {
                writer.object { writer in
                    writer.key("blocking")
                    writer.bool(match.isBlocking)
                    if !match.capacity.isEmpty {
                        writer.key("capacity")
                        writer.string(match.capacity)
                    }
                    writer.key("from")
                    writer.string(match.effectiveFrom.description)
                    writer.key("key")
                    writer.string(match.key)
                    writer.key("objection")
                    writer.string(match.objection)
                    writer.key("scope")
                    writer.string(match.scope)
                    if let similarity = match.similarity {
                        writer.key("similarity")
                        writer.array { writer in
                            writer.integer(similarity.places)
                            writer.integer(similarity.containment)
                            writer.integer(similarity.resemblance)
                        }
                    }
                    writer.key("state")
                    writer.string(match.state)
                    if let end = match.effectiveTo {
                        writer.key("to")
                        writer.string(end.description)
                    }
                    writer.key("uncertain")
                    writer.bool(match.isUncertain)
                }
            }
        }
    }

    private static func write(_ signal: Signal, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("carrier")
            writer.string(signal.carrier)
            writer.key("category")
            writer.string(signal.category.rawValue)
            if !signal.conditions.isEmpty {
                writer.key("conditions")
                writer.strings(signal.conditions)
            }
            if !signal.dropped.isEmpty {
                writer.key("dropped")
                writer.string(signal.dropped)
            }
            writer.key("moments")
            writer.string(Moment.text(signal.moments))
            if !signal.notes.isEmpty {
                writer.key("notes")
                writer.strings(signal.notes)
            }
            write(signal.quote, to: &writer)
            writer.key("scope")
            writer.string(signal.scope.rawValue)
            writer.key("source")
            writer.string(signal.source.rawValue)
            if !signal.subject.isEmpty {
                writer.key("subject")
                writer.string(signal.subject)
            }
            writer.key("value")
            writer.string(signal.value.rawValue)
        }
    }

    /// `offset`, `quote` (`quote64` for bytes that are not UTF-8) and `quoteSpace`, in which the offset counts.
    private static func write(_ quote: Quote, to writer: inout JSONWriter) {
        if quote.offset >= 0 {
            writer.key("offset")
            writer.integer(quote.offset)
        }
        if !quote.bytes.isEmpty {
            let isText = !quote.bytes.contains { $0 >= 0x80 } || String(validating: quote.bytes, as: UTF8.self) != nil
            if isText {
                writer.key("quote")
                writer.utf8(quote.bytes)
            } else {
                writer.key("quote64")
                writer.string(Base64.encode(quote.bytes))
            }
        }
        if let space = quote.space.name {
            writer.key("quoteSpace")
            writer.string(space)
        }
    }
}

extension Quote.Space {
    /// How a row names the space; nil for none.
    var name: String? {
        switch self {
        case .payload: "payload"
        case .utf8: "utf8"
        case .header: "header"
        case .siteFile(let digest): "site:" + digest.hex.prefix(16)
        case .none: nil
        }
    }
}
