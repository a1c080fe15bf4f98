internal import Provenance
internal import Rights

/// Pages, whole and as frames round one carrier.
enum PageTargets {
    static let all: [FuzzTarget] = [
        FuzzTarget(name: "page") { _ = Bench.shared.page($0) },
        FuzzTarget(name: "page-json-ld", run: framed("<script type=application/ld+json>", "</script>")),
        .choice("page-carriers", carriers), refusalStands, wordsStand,
    ]

    private static let carriers: [@Sendable ([UInt8]) -> Void] = [
        framed("<meta name=robots content='", "'>"),
        framed("<!-- <rdf:RDF xmlns='http://web.resource.org/cc/'>", "</rdf:RDF> -->"),
        framed("<a rel=license href='", "'>licence</a>"), framed("<footer><p>", "</p></footer>"),
        framed("<script type=application/rsl+xml>", "</script>"),
        framed("<div itemscope itemtype='https://schema.org/Article'>", "</div>"),
        framed("<meta name=tdm-reservation content='", "'>"),
        framed("<title>", "</title>"), framed("<p>", "</p>"), framed("<meta name=copyright content='", "'>"),
    ]

    private static func framed(_ before: String, _ after: String) -> @Sendable ([UInt8]) -> Void {
        { bytes in
            _ = Bench.shared.page(
                Array("<!doctype html><html><body>".utf8) + Array(before.utf8) + bytes + Array(after.utf8))
        }
    }

    /// What stands in blocks beside a reservation in words never takes it back.
    private static let wordsStand = FuzzTarget(name: "page-words-stand") { bytes in
        // A long text would make the footer the page's main text, whose middle speaks of others.
        let other = bytes.prefix(200).filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") && $0 < 0x80 }
        let before = Array("<!doctype html><meta charset=utf-8><body><footer><p>".utf8)
        let words = Array("</p><p>No part of this site may be used for text and data mining.</p><p>".utf8)
        guard let reading = Bench.shared.page(before + other + words + other + Array("</p></footer>".utf8)) else {
            return
        }
        let isDenied = reading.signals.contains { $0.source == .naturalLanguage && $0.value == .deny && $0.isTaken }
        precondition(isDenied || reading.statesAtUse[.naturalLanguage] == .unreadable, "a reservation was lost")
    }

    /// What follows a refusal in the head never takes it back.
    private static let refusalStands = FuzzTarget(name: "page-refusal-stands") { bytes in
        let head = Array("<!doctype html><html><head><meta name=robots content=noai></head><body>".utf8)
        guard let reading = Bench.shared.page(head + bytes) else { return }
        // A byte order mark or a meta of other bytes may make the page another text; then it was not read as this one.
        let isDenied = reading.signals.contains { $0.source == .metaRobots && $0.value == .deny && $0.isTaken }
        let isRead = reading.statesAtUse[.metaRobots]
        precondition(isDenied || isRead == .unreadable, "a refusal was lost")
    }
}
