internal import Archive
internal import Provenance
internal import Shards
internal import Foundation
public import WebAddress

/// Where a survey takes its origins from.
public struct SurveyOrigins: Sendable {
    public private(set) var origins: Set<Origin> = []
    /// Where archives could not be read, in words.
    public private(set) var damage: [String] = []
    /// Files of the folders named that are archives of a kind that is not read.
    public private(set) var passedOver: [PassedOver] = []

    public init() {}

    /// Takes hosts or URLs, one a line; empty lines and those that begin with `#` are passed over.
    ///
    /// - Parameter schemes: of lines that name none.
    /// - Throws: ``JobError`` of kind `usage` for a line that is neither.
    public mutating func add(list bytes: [UInt8], name: String, schemes: [String]) throws(JobError) {
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespaces)
            if text.isEmpty || text.hasPrefix("#") { continue }
            let urls = text.contains("://") ? [text] : schemes.map { "\($0)://\(text)/" }
            for url in urls {
                do throws(WebURLError) { origins.insert(try CanonicalURL(url).origin) } catch {
                    throw JobError(
                        .usage, "\(name): line \(index + 1): `\(Shown.text(text))`: a host or an http(s) URL is due")
                }
            }
        }
    }

    /// Takes the origins of archives, of an output with evidence, or of a site store.
    ///
    /// - Throws: ``JobError`` for what is not there or cannot be read.
    public mutating func add(from path: String, limits: LimitSettings) throws(JobError) {
        if OutputFile.exists(path + "/evidence") {
            var found: Set<Origin> = []
            try RowSearch(output: path).each { row in found.insert(row.considered.url.origin) }
            return origins.formUnion(found)
        }
        if OutputFile.exists(path + "/sites") || OutputFile.exists(path + "/blobs") {
            return origins.formUnion(try GivenEvidence.read(path).map(\.origin))
        }
        let list = try InputList([path])
        passedOver += list.passedOver
        for archive in list.paths { add(archive: archive, limits: limits) }
    }

    private mutating func add(archive path: String, limits: LimitSettings) {
        var (found, damage): (Set<Origin>, [String]) = ([], [])
        ArchiveWalk.each(path, limits: limits) { item in
            switch item {
            case .damage(let error): damage.append("\(path): byte \(error.offset): \(error.reason)")
            case .record(let record):
                guard record.kind == .response || record.kind == .revisit, let target = record.targetURI else { return }
                do throws(WebURLError) { found.insert(try CanonicalURL(target).origin) } catch {
                    // What is no web address has no site to survey.
                    return
                }
            }
        }
        origins.formUnion(found)
        self.damage += damage
    }
}
