internal import Archive
internal import Canonical
internal import Markup
internal import Registry
internal import WebAddress

/// Formats that are not rights signals, and that rights signals come in.
enum FormatTargets {
    static let all: [FuzzTarget] = [
        FuzzTarget(name: "xml") { _ = XMLReader.read($0) },
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
    ]
}
