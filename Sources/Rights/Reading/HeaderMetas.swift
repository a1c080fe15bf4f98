internal import Provenance

/// Signals that belong into a header and stand in a meta element: `<meta http-equiv="Content-Usage">`.
///
/// No specification reads them there. What refuses was meant to, and counts; what permits does not.
enum HeaderMetas {
    static func read(_ page: PageInput, into draft: inout ReadingDraft) {
        for meta in page.allMetas where meta.name.utf8.first == UInt8(ascii: "c") {
            let quote = page.quote(meta.node)
            switch meta.name {
            case "content-usage":
                add(AIPrefSignals.signals(.parse(meta.content), .aiprefHeader, carrier: "header", quote: quote), &draft)
            case "content-signal", "content-signals":
                add(
                    ContentSignalSignals.signals(
                        .parse(meta.content), .contentSignalHeader, carrier: "header", quote: quote), &draft)
            default: break
            }
        }
    }

    private static func add(_ found: [Signal], _ draft: inout ReadingDraft) {
        for signal in found {
            let counts = signal.value == .deny || signal.value == .invalid
            draft.add(
                Signal(
                    signal.source, carrier: "meta", scope: signal.scope, category: signal.category,
                    value: signal.value, conditions: signal.conditions, quote: signal.quote, notes: signal.notes,
                    dropped: counts ? "" : "no header, and no refusal"))
            guard counts, draft.use[signal.source] != .stated || signal.value == .deny else { continue }
            draft.set(signal.source, signal.value == .deny ? .stated : .unreadable)
        }
    }
}
