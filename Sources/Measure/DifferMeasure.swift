internal import Canonical
internal import Markup

/// Reads pages, and many changed ones, with bare tags and with everything handed to libxml2, and compares the readings: what
/// decision 0005 rests on.
struct DifferMeasure {
    /// Bytes of a changed page: long enough for every way of nesting, and many of them can be tried.
    private static let longest = 24 << 10

    let json: JSONValue
    /// How many readings differed.
    let differences: Int

    /// - Parameters:
    ///   - warc: An archive of HTML pages.
    ///   - mutations: How many changed pages are read too.
    init(warc path: String, mutations: Int, seed: UInt64) throws {
        let set = try PageSet(warc: path)
        let parser = try HTMLParser()
        var (found, nodes): ([JSONValue], Int) = ([], 0)
        func compare(_ bytes: [UInt8], _ name: String) {
            let (bare, whole) = bytes.withUnsafeBufferPointer { (parser.read(utf8: $0), parser.readWhole(utf8: $0)) }
            nodes += bare.nodes.count
            guard let place = Self.difference(bare, whole) else { return }
            let around = bare.nodes.isEmpty ? "" : Self.extract(bytes, bare, place)
            found.append(
                .object([
                    .init("around", .string(around)), .init("node", .integer(Int64(place))),
                    .init("page", .string(name)),
                ]))
        }
        for (index, page) in set.pages.enumerated() { compare(page.text.bytes, "page \(index)") }
        for number in 0..<mutations {
            let index = number % set.pages.count
            var mutation = PageMutation(seed: seed &+ UInt64(number))
            compare(
                mutation.page(of: set.pages[index].text.bytes, longest: Self.longest), "page \(index), change \(number)"
            )
        }
        differences = found.count
        json = .object([
            .init("changed", .integer(Int64(mutations))), .init("differences", .array(Array(found.prefix(20)))),
            .init("differing", .integer(Int64(found.count))), .init("nodes", .integer(Int64(nodes))),
            .init("pages", .integer(Int64(set.pages.count))),
        ])
    }

    /// The first node that is not the same, its end aside, which every later node may move; nil if the readings are alike.
    static func difference(_ one: PageReading, _ other: PageReading) -> Int? {
        if one.nodes == other.nodes, one.complete == other.complete { return nil }
        let common = min(one.nodes.count, other.nodes.count)
        return (0..<common).first { place in
            let (a, b) = (one.nodes[place], other.nodes[place])
            return (a.tag, a.kind, a.parent, a.offset, a.depth) != (b.tag, b.kind, b.parent, b.offset, b.depth)
        } ?? common
    }

    /// The page from a little before a node on.
    private static func extract(_ bytes: [UInt8], _ reading: PageReading, _ place: Int) -> String {
        let offset = Int(reading.nodes[min(place, max(0, reading.nodes.count - 1))].offset)
        return String(decoding: bytes[max(0, offset - 80)...].prefix(240), as: UTF8.self)
    }
}
