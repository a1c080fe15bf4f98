internal import Provenance

/// Signals that belong into a header and stand in a meta element: `<meta http-equiv="Content-Usage">`.
///
/// No specification reads them there. What refuses was meant to, and counts; what permits does not.
enum HeaderMetas {
    static func read(_ page: PageInput, into draft: inout ReadingDraft) {
        for meta in page.allMetas {
            let quote = { page.quote(meta.node) }
            switch meta.name {
            case "content-usage":
                add(
                    AIPrefSignals.signals(.parse(meta.content), .aiprefHeader, carrier: "header", quote: quote()),
                    &draft)
            case "content-signal", "content-signals":
                add(
                    ContentSignalSignals.signals(
                        .parse(meta.content), .contentSignalHeader, carrier: "header", quote: quote()), &draft)
            default: readNear(meta, quote, &draft)
            }
        }
    }

    /// One whose name only means one of the fields: it holds where it refuses.
    private static func readNear(_ meta: PageInput.Meta, _ quote: () -> Quote, _ draft: inout ReadingDraft) {
        let source: RightsProtocol
        switch NearName.meant(by: meta.name.utf8, among: [.contentUsage, .contentSignal]) {
        case .contentUsage where NearValue.refusesUsage(meta.content): source = .aiprefHeader
        case .contentSignal where NearValue.refusesSignal(meta.content): source = .contentSignalHeader
        default: return
        }
        draft.signals.append(
            Signal(
                source, carrier: "meta", scope: .document, category: .train, value: .invalid, quote: quote(),
                notes: ["restrictive-intent", "misspelt"]))
        if draft.use[source] != .stated { draft.set(source, .unreadable) }
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
