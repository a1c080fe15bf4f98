internal import Provenance
internal import Rights

/// Pages, whole and as frames round one carrier.
enum PageTargets {
    static let all: [FuzzTarget] = [
        FuzzTarget(name: "page") { _ = Bench.shared.page($0) },
        FuzzTarget(name: "page-json-ld", run: framed("<script type=application/ld+json>", "</script>")),
        .choice("page-carriers", carriers), refusalStands,
    ]

    private static let carriers: [@Sendable ([UInt8]) -> Void] = [
        framed("<meta name=robots content='", "'>"),
        framed("<!-- <rdf:RDF xmlns='http://web.resource.org/cc/'>", "</rdf:RDF> -->"),
        framed("<a rel=license href='", "'>licence</a>"), framed("<footer><p>", "</p></footer>"),
        framed("<script type=application/rsl+xml>", "</script>"),
        framed("<div itemscope itemtype='https://schema.org/Article'>", "</div>"),
        framed("<meta name=tdm-reservation content='", "'>"),
    ]

    private static func framed(_ before: String, _ after: String) -> @Sendable ([UInt8]) -> Void {
        { bytes in
            _ = Bench.shared.page(
                Array("<!doctype html><html><body>".utf8) + Array(before.utf8) + bytes + Array(after.utf8))
        }
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
