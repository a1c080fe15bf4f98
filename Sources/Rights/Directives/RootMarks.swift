internal import Markup
internal import Provenance

/// Refusals in attributes of the elements that hold the whole page: `<html data-tdm-reservation="1">`.
///
/// No specification has them. What refuses there was meant to, and holds.
enum RootMarks {
    /// What one tag refuses, by the protocol it means.
    struct Mark {
        let source: RightsProtocol
        let quote: Quote
    }

    /// At most one void statement of a protocol.
    static func signals(_ page: PageInput, _ wanted: RightsProtocol) -> [Signal] {
        page.rootMarks.filter { $0.source == wanted }.prefix(1).map { mark in
            Signal(
                wanted, carrier: "meta", scope: .document, category: wanted == .tdmrepMeta ? .tdm : .train,
                value: .invalid, quote: mark.quote, notes: ["restrictive-intent", "misaddressed"])
        }
    }

    static func find(_ page: PageInput) -> [Mark] {
        roots(page.page).flatMap { node -> [Mark] in
            let quote = page.quote(node)
            return attributes(of: quote.bytes).compactMap { attribute in
                source(attribute.name, attribute.value).map { Mark(source: $0, quote: quote) }
            }
        }
    }

    /// The elements `html` and `body`, as far as the page has their tags.
    private static func roots(_ page: PageReading) -> [Int] {
        guard let first = page.nodes.first, first.isElement else { return [] }
        var (found, at): ([Int], Int) = ([0], 1)
        while at < Int(first.end) {
            let node = page.nodes[at]
            if node.isElement, node.tag == .body { found.append(at) }
            at = max(Int(node.end), at + 1)
        }
        return found.filter { page.nodes[$0].offset >= 0 }
    }

    /// The protocol that an attribute means and refuses by; nil if it is none.
    private static func source(_ written: String, _ value: String) -> RightsProtocol? {
        let name = written.hasPrefix("data-") ? String(written.dropFirst(5)) : written
        if MetaName.isReservation(name) { return ByteText.trimmed(value) == "0" ? nil : .tdmrepMeta }
        return TrainingName.refuses(name, ByteText.trimmed(value)) ? .metaRobots : nil
    }

    /// Bytes of a name from which a letter may be wrong in it: ``NearName``.
    private static let shortestMisspelt = 6

    /// The attributes of a start tag whose names may speak of training, in lower case.
    private static func attributes(of tag: [UInt8]) -> [(name: String, value: String)] {
        var (found, at): ([(name: String, value: String)], Int) = ([], 0)
        func add(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
            // Classes and languages are no refusals; most pages have nothing else there. A longer name may be a misspelt one.
            guard name.count >= shortestMisspelt || TrainingName.mayHoldWord(name) else { return }
            found.append((ByteText.lowercased(ByteText.string(name)), ByteText.string(value)))
        }
        func run(until isEnd: (UInt8) -> Bool) -> ArraySlice<UInt8> {
            let start = at
            while at < tag.count, !isEnd(tag[at]) { at += 1 }
            return tag[start..<at]
        }
        let isBreak: (UInt8) -> Bool = { ByteText.isSpace($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
        _ = run(until: isBreak)
        while at < tag.count {
            let name = run { isBreak($0) || $0 == UInt8(ascii: "=") }
            var value: ArraySlice<UInt8> = []
            if at < tag.count, tag[at] == UInt8(ascii: "=") {
                at += 1
                if at < tag.count, tag[at] == UInt8(ascii: "\"") || tag[at] == UInt8(ascii: "'") {
                    let mark = tag[at]
                    at += 1
                    value = run { $0 == mark }
                } else {
                    value = run { ByteText.isSpace($0) || $0 == UInt8(ascii: ">") }
                }
            }
            add(name, value)
            // What ended the name or the value: a space, a quote, the mark that closes the tag.
            at += 1
        }
        return found
    }
}
