internal import Archive
internal import Markup
internal import WebAddress

/// A sitemap's body, brought to URLs.
enum Sitemap {
    struct Reading {
        var pages: [CanonicalURL] = []
        var sitemaps: [CanonicalURL] = []
        /// What ended the reading early, or how many entries were no fetchable URL; empty if nothing did.
        var fault = ""
    }

    /// Takes off the gzip coding that `.xml.gz` files have of themselves, within the limit for sitemaps.
    static func inflate(_ body: [UInt8]) -> [UInt8] {
        guard body.starts(with: [0x1F, 0x8B]) else { return body }
        var limits = ContentDecoder.Limits()
        limits.maxBytes = SitemapLimits.bytes
        let headers = HTTPHeaders([(name: "Content-Encoding", value: "gzip")])
        return ContentDecoder.decode(body, in: 0..<body.count, headers: headers, limits: limits).bytes
    }

    static func read(_ body: [UInt8]) -> Reading {
        let reader = SitemapReader()
        var reading = Reading()
        var unfit = 0
        for start in stride(from: 0, to: body.count, by: 64 << 10) {
            reader.feed(Array(body[start..<min(body.count, start + (64 << 10))]))
            take(reader.takeEntries(), into: &reading, &unfit)
        }
        reader.finish()
        take(reader.takeEntries(), into: &reading, &unfit)
        if let fault = reader.fault {
            reading.fault = "\(fault)"
        } else if unfit > 0 {
            reading.fault = "\(unfit) entries are no fetchable URL"
        }
        return reading
    }

    private static func take(_ entries: [SitemapEntry], into reading: inout Reading, _ unfit: inout Int) {
        for entry in entries {
            do throws(WebURLError) {
                let url = try CanonicalURL(entry.location)
                if entry.kind == .page { reading.pages.append(url) } else { reading.sitemaps.append(url) }
            } catch {
                unfit += 1
            }
        }
    }
}
