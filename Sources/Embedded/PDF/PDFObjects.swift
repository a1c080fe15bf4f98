internal import Archive

/// The objects of a PDF file by number, found by going through the file and not by its cross-reference table: so a broken
/// table hides nothing, and of an object written anew by a later update the last one counts.
struct PDFObjects {
    private struct Place {
        /// Which bytes: -1 for the file, else an object stream.
        let stream: Int
        let offset: Int
        let end: Int
    }

    let view: ByteView
    private var places: [Int: Place] = [:]
    /// The objects that stand in the file itself, in order: where their heads begin, where their values, their numbers.
    private var heads: [(start: Int, value: Int, number: Int)] = []
    private(set) var streams: [ByteView] = []
    /// Why the list may be short; empty if it is whole.
    private(set) var trouble = ""

    init(_ view: ByteView) {
        self.view = view
        collectObjects()
        for (index, head) in heads.enumerated() {
            places[head.number] = Place(stream: -1, offset: head.value, end: end(of: index))
        }
        collectStreams()
    }

    /// Every `N G obj`.
    private mutating func collectObjects() {
        for place in view.all(" obj", limit: EmbeddedLimits.entries + 1) {
            guard heads.count < EmbeddedLimits.entries else {
                trouble = "more than \(EmbeddedLimits.entries) objects"
                return
            }
            guard let (number, start) = head(before: place) else { continue }
            heads.append((start, place + 4, number))
        }
    }

    /// Where the next object begins; no object is read past it, so that the file is gone through once.
    private func end(of head: Int) -> Int { head + 1 < heads.count ? heads[head + 1].start : view.count }

    /// Reads object number and generation backwards from the space before `obj`.
    private func head(before place: Int) -> (Int, Int)? {
        var at = place
        func digits() -> Range<Int>? {
            let end = at
            while at > 0, end - at < 10, view.bytes[at - 1] &- 0x30 < 10 { at -= 1 }
            return at < end ? at..<end : nil
        }
        guard digits() != nil, at > 0, PDFParser.isSpace(view.bytes[at - 1]) else { return nil }
        while at > 0, place - at < 24, PDFParser.isSpace(view.bytes[at - 1]) { at -= 1 }
        guard let number = digits() else { return nil }
        return Int(String(decoding: view.bytes[number], as: UTF8.self)).map { ($0, number.lowerBound) }
    }

    /// The objects inside object streams, each at the place of its stream in the order of updates.
    private mutating func collectStreams() {
        var room = EmbeddedLimits.objectStreams
        var seen: Set<Int> = []
        for mark in view.all("/ObjStm", limit: EmbeddedLimits.entries) {
            guard let place = owner(of: mark), seen.insert(place.offset).inserted, let dictionary = value(at: place),
                dictionary["Type"]?.name == "ObjStm"
            else { continue }
            guard let stream = unpacked(place, limit: room), stream.isWhole else {
                trouble = "an object stream that cannot be unpacked"
                continue
            }
            room -= stream.bytes.count
            addMembers(of: stream.bytes, dictionary, from: place.offset)
        }
    }

    private mutating func addMembers(of bytes: [UInt8], _ dictionary: PDFValue, from offset: Int) {
        guard let count = dictionary["N"]?.integer, let first = dictionary["First"]?.integer, count >= 0,
            count <= EmbeddedLimits.entries, first >= 0, first <= bytes.count
        else { return trouble = "an object stream without its numbers" }
        let stream = ByteView(bytes)
        var parser = PDFParser(stream, at: 0, end: first)
        streams.append(stream)
        for _ in 0..<count {
            parser.skip()
            guard let number = parser.natural() else { return trouble = "an object stream that ends too early" }
            parser.skip()
            guard let start = parser.natural() else { return trouble = "an object stream that ends too early" }
            if let known = places[number], known.stream < 0, known.offset > offset { continue }
            places[number] = Place(stream: streams.count - 1, offset: first + start, end: stream.count)
        }
    }

    /// The object that a place in the file belongs to.
    private func owner(of place: Int) -> Place? {
        var (low, high) = (0, heads.count)
        while low < high {
            let middle = (low + high) / 2
            if heads[middle].start <= place { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? Place(stream: -1, offset: heads[low - 1].value, end: end(of: low - 1)) : nil
    }

    /// The object in the file that a byte belongs to, and what tells it from others.
    func dictionary(owning place: Int) -> (offset: Int, value: PDFValue)? {
        guard let owner = owner(of: place), let value = value(at: owner) else { return nil }
        return (owner.offset, value)
    }

    private func value(at place: Place) -> PDFValue? {
        var parser = PDFParser(place.stream < 0 ? view : streams[place.stream], at: place.offset, end: place.end)
        return parser.value()
    }

    subscript(number: Int) -> PDFValue? { places[number].flatMap { value(at: $0) } }

    /// The value, or what it refers to; references to references are not followed.
    func resolved(_ value: PDFValue?) -> PDFValue? { value?.reference.map { self[$0] } ?? value }

    /// The bytes of a stream object; nil if there is no such stream in the file.
    func stream(_ number: Int, limit: Int) -> PDFStream? {
        guard let place = places[number], place.stream < 0 else { return nil }
        return unpacked(place, limit: limit)
    }

    private func unpacked(_ place: Place, limit: Int) -> PDFStream? {
        var parser = PDFParser(view, at: place.offset, end: place.end)
        guard let dictionary = parser.value() else { return nil }
        parser.skip()
        guard parser.take("stream") else { return nil }
        var start = parser.at
        if view.has("\r\n", at: start) { start += 2 } else if view.has("\n", at: start) { start += 1 }
        guard let range = range(start, resolvedLength(dictionary), before: place.end) else { return nil }
        return PDFStream(view.bytes[range], dictionary, self, limit: limit)
    }

    /// The length may be an object of its own.
    private func resolvedLength(_ dictionary: PDFValue) -> Int? {
        guard let length = dictionary["Length"] else { return nil }
        if let number = length.reference { return places[number]?.stream == -1 ? self[number]?.integer : nil }
        return length.integer
    }

    /// The length as stated, if the stream ends there; else up to the end that comes before the next object.
    private func range(_ start: Int, _ length: Int?, before limit: Int) -> Range<Int>? {
        if let length, view.slice(start, length: length) != nil,
            view.find("endstream", from: start + length, to: start + length + 16) != nil
        {
            return start..<start + length
        }
        return view.find("endstream", from: start, to: limit).map { start..<$0 }
    }
}
