internal import Canonical
internal import Extraction
internal import Provenance
internal import Shards
internal import WebAddress

/// Which runs of words of a text stand on many sites, by the documents of finished outputs.
///
/// Memory grows with the text alone.
struct SeenShingles {
    /// On how many registrable domains a run stands at most before it tells nothing.
    ///
    /// Source: licensing bases 0.0.8, "ignore shingles seen on more than 20 registrable domains", read 2026-11-30.
    static let mostDomains = 20

    private let suffixes: PublicSuffixList
    /// By each run, the domains it was seen on; no more than are needed to tell that there are too many.
    private var domains: [UInt64: Set<String>] = [:]

    init(of texts: [[UInt8]], suffixes: PublicSuffixList) {
        self.suffixes = suffixes
        for hash in texts.flatMap(CommonShingles.hashes) { domains[hash] = [] }
    }

    /// Looks through the documents of an output.
    ///
    /// - Throws: ``JobError`` if the folder is no output or a part cannot be read to its end.
    mutating func look(in output: String) throws(JobError) {
        for name in try OutputFolder.contents(of: "documents", in: output) where name.hasSuffix(".jsonl.zst") {
            let path = "\(output)/documents/\(name)"
            do throws(ShardError) {
                try RowFile.each(path) { (line) throws(ShardError) in
                    let row: JSONValue
                    do throws(JSONError) { row = try JSONReader.read(line) } catch {
                        throw ShardError(path: path, problem: "\(error)")
                    }
                    take(row["text"]?.string ?? "", row["metadata"]?["url"]?.string ?? "")
                }
            } catch {
                throw JobError(error)
            }
        }
    }

    private mutating func take(_ text: String, _ address: String) {
        let url: CanonicalURL
        do throws(WebURLError) { url = try CanonicalURL(address) } catch { return }
        let domain = suffixes.registrableDomain(of: url.host) ?? url.host
        for hash in CommonShingles.hashes(of: Array(text.utf8)) {
            guard let seen = domains[hash], seen.count <= Self.mostDomains else { continue }
            domains[hash]?.insert(domain)
        }
    }

    /// The runs that stand on too many.
    var common: [UInt64] { domains.filter { $0.value.count > Self.mostDomains }.map(\.key) }
}
