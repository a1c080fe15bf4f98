internal import Extraction
internal import Markup
internal import Provenance

/// Marks of paywalls, logins and challenges; they count only on a page with hardly any text.
enum AccessMarks {
    static func signals(_ page: PageInput) -> [Signal] {
        var signals: [Signal] = []
        for (node, entry) in page.page.nodes.enumerated() where entry.isElement && !entry.inTemplate {
            guard let note = note(node, entry.tag, page) else { continue }
            if signals.contains(where: { $0.notes == [note] }) { continue }
            signals.append(signal(note, page.quote(node)))
        }
        if let note = titleNote(page.page) { signals.append(signal(note, page.quote(Int(page.page.titleNode)))) }
        return signals
    }

    private static func signal(_ note: String, _ quote: Quote) -> Signal {
        Signal(
            .accessPage, carrier: "mark", scope: .document, category: .access, value: .deny, quote: quote,
            notes: [note])
    }

    private static func note(_ node: Int, _ tag: Tag, _ page: PageInput) -> String? {
        switch tag {
        case .script:
            guard let source = page.page.value(.src, of: node) else { return nil }
            return scriptNote(ByteText.lowercased(source))
        case .input: return page.page.value(.type, of: node).map(ByteText.lowercased) == "password" ? "login" : nil
        default: return classNote(node, page)
        }
    }

    private static let challengeScripts = [
        "/cdn-cgi/challenge-platform/", "__cf_chl", "captcha-delivery.com", "datadome", "px-cdn.net", "/px/captcha",
        "_incapsula_resource", "perimeterx", "anubis", "awswafcaptcha", "challenges.cloudflare.com",
    ]
    private static let wallScripts = [
        "piano.io", "tinypass.com", "zuora.com", "poool.fr", "pelcro.com", "leaky-paywall", "steadyhq.com", "zephr.com",
    ]

    private static func scriptNote(_ source: String) -> String? {
        if challengeScripts.contains(where: source.contains) { return "challenge" }
        return wallScripts.contains(where: source.contains) ? "paywall-script" : nil
    }

    private static let wallWords: Set<String> = [
        "paywall", "piano", "regwall", "meteredcontent", "subscriberonly", "premiumcontent", "paywalled",
    ]
    private static let wallPairs = ["tp-modal", "subscriber-only", "premium-content", "paid-content", "pay-wall"]

    private static let beginnings = [
        "pay", "paid-", "piano", "regwall", "metered", "subscriber", "premium", "tp-", "challenge",
    ]
    .map { Array($0.utf8) }

    /// Whether a word of the value begins like a mark: most values do not, and are not made into text.
    private static func mayMark(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var isInWord = false
            for (at, byte) in bytes.enumerated() {
                let starts = !isInWord && ByteText.isLetter(byte)
                isInWord = ByteText.isLetter(byte)
                guard starts else { continue }
                for word in beginnings where word.count <= bytes.count - at {
                    var matched = 0
                    while matched < word.count, ByteText.lower(bytes[at + matched]) == word[matched] { matched += 1 }
                    if matched == word.count { return true }
                }
            }
            return false
        }
    }

    private static func classNote(_ node: Int, _ page: PageInput) -> String? {
        if page.blocks?.label(of: node) == .paywall { return "paywall-block" }
        for name in [AttributeName.class, .id] {
            guard let range = page.page.attribute(name, of: node), mayMark(page.page.bytes(range)) else { continue }
            let text = ByteText.lowercased(page.page.string(range))
            if text.hasPrefix("cf-challenge") || text.contains("challenge-form") { return "challenge" }
            if wallPairs.contains(where: text.contains) { return "paywall-class" }
            if text.split(whereSeparator: { !$0.isLetter }).contains(where: { wallWords.contains(String($0)) }) {
                return "paywall-class"
            }
        }
        return nil
    }

    private static let challengeTitles = [
        "just a moment", "attention required!", "access denied", "checking your browser", "are you a robot",
        "verifying you are human", "making sure you're not a bot", "pardon our interruption", "security check",
    ]

    private static func titleNote(_ page: PageReading) -> String? {
        guard let title = page.title?.lowercased() else { return nil }
        return challengeTitles.contains(where: title.hasPrefix) ? "challenge" : nil
    }
}
