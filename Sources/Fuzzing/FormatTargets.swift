internal import Archive
internal import Canonical
internal import Markup
internal import Registry
internal import Rights
internal import WebAddress

/// Formats that are not rights signals, and that rights signals come in.
enum FormatTargets {
    static let all: [FuzzTarget] = [
        FuzzTarget(name: "sitemap") { bytes in
            let reader = SitemapReader()
            for start in stride(from: 0, to: bytes.count, by: 7) {
                reader.feed(Array(bytes[start..<min(bytes.count, start + 7)]))
            }
            reader.finish()
            _ = reader.takeEntries()
        },
        FuzzTarget(name: "url") { bytes in
            do throws(WebURLError) { _ = try CanonicalURL(String(decoding: bytes, as: UTF8.self)) } catch { return }
        },
        FuzzTarget(name: "json") { bytes in
            do throws(JSONError) { _ = try JSONReader.read(bytes).canonicalBytes } catch { return }
        },
        FuzzTarget(name: "http-message") { bytes in
            do {
                let message = try HTTPResponseMessage(bytes)
                var limits = ContentDecoder.Limits()
                limits.maxBytes = 1 << 20
                _ = message.decodedBody(of: bytes, limits: limits)
            } catch { return }
        },
        .choice(
            "names",
            [
                { _ = CreativeCommons.parse(text($0)) }, { _ = ProductToken(prefixOf: text($0)) },
                { _ = RobotsDate.read(text($0)) }, { _ = PLUSDataMining(text($0)) }, { _ = PaymentOffer.parse($0) },
                { _ = AIPref.parse(text($0)) },
            ]),
    ]

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
