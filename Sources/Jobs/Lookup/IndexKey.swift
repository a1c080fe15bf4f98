internal import Canonical
internal import Provenance
internal import Shards
internal import WebAddress

/// What a run can be asked for: a URL, a host, a domain, the bytes or the text of a page, a work, a capture.
///
/// In an index a key is SHA-256 over `muniment/key/v1`, a line feed, the kind, a colon and the value.
public struct IndexKey: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case url, host, domain, payload, text, work, capture
    }

    public let kind: Kind
    public let value: String

    public init(_ kind: Kind, _ value: String) {
        self.kind = kind
        self.value = value
    }

    /// What a word on the command line may mean, the likeliest first.
    ///
    /// - Throws: ``JobError`` `usage` for a word that can be none of them.
    public static func meanings(of word: String) throws(JobError) -> [IndexKey] {
        if word.hasPrefix("urn:uuid:") { return [IndexKey(.capture, word)] }
        if word.contains("://") {
            do { return [IndexKey(.url, try CanonicalURL(word).text)] } catch { throw JobError(error) }
        }
        if let digest = Digest(word) { return [IndexKey(.payload, digest.hex), IndexKey(.text, digest.hex)] }
        if word.contains(":") { return [IndexKey(.work, word)] }
        do {
            let host = try CanonicalURL("https://\(word)/").host
            return [IndexKey(.domain, host), IndexKey(.host, host)]
        } catch {
            throw JobError(
                .usage,
                "\(Shown.text(word)): a URL, a domain, 64 hex digits, a work's identifier or a capture's id is due")
        }
    }

    /// 32 bytes.
    var digest: Digest { Digest(of: "muniment/key/v1\n\(kind.rawValue):\(value)") }

    /// Every key by which a row may be asked for.
    static func keys(of row: EvidenceRow) -> Set<IndexKey> {
        let considered = row.considered
        let urls = considered.matchKeys.hops + considered.matchKeys.unwrapped + [considered.url]
        var keys: Set<IndexKey> = [IndexKey(.capture, row.id)]
        for url in urls {
            keys.insert(IndexKey(.url, url.text))
            keys.insert(IndexKey(.host, url.host))
        }
        for domain in considered.matchKeys.registrableDomains { keys.insert(IndexKey(.domain, domain)) }
        if let payload = considered.capture?.payloadDigest { keys.insert(IndexKey(.payload, payload.hex)) }
        if let document = considered.document { keys.insert(IndexKey(.text, document.textDigest.hex)) }
        for work in considered.matchKeys.identifiers { keys.insert(IndexKey(.work, work)) }
        return keys
    }
}
