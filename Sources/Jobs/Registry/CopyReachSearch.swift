internal import Canonical
public import Licensing
public import Provenance
public import Registry
internal import Shards
public import WebAddress

/// Finds how far objections to texts reach among the documents of finished outputs.
///
/// Source: licensing bases 0.0.8, read 2026-11-30; `docs/formats/objection.md`, "How far a text reaches".
public struct CopyReachSearch {
    /// One objection to texts.
    public struct Subject {
        public let objection: String
        let sketches: [TextSketch]
        /// Registrable domains that are the objector's own: of what else is objected to, and of the contact.
        let own: Set<String>
        fileprivate var found = Found()

        public var reach: CopyReach {
            CopyReach(
                documents: found.documents.count, domains: found.domains.count, licensed: found.licensed.count,
                earlier: found.earlier.count)
        }
    }

    /// Documents by their keys, so that none counts twice.
    fileprivate struct Found {
        var documents: Set<Digest> = []
        var domains: Set<String> = []
        var licensed: Set<Digest> = []
        var earlier: Set<Digest> = []
    }

    public private(set) var subjects: [Subject] = []
    private let settings: DoubtSettings
    private let grounds: OperatorGrounds
    private let suffixes: PublicSuffixList

    /// - Parameters:
    ///   - settings: From what likeness on a document is barred or held.
    ///   - grounds: The operator's clusters, which may name the origin of a text.
    public init(settings: DoubtSettings, grounds: OperatorGrounds, suffixes: PublicSuffixList) {
        (self.settings, self.grounds, self.suffixes) = (settings, grounds, suffixes)
    }

    /// The settings of doubt and the clusters of a run's settings file.
    ///
    /// - Throws: ``JobError`` `usage` for settings that are wrong.
    public init(_ config: RunConfig?, suffixes: PublicSuffixList) throws(JobError) {
        do {
            self.init(
                settings: try config?.doubts.map { try DoubtSettings($0) } ?? DoubtSettings(),
                grounds: try config?.grounds.read() ?? OperatorGrounds(), suffixes: suffixes)
        } catch {
            throw JobError(error)
        }
    }

    /// Adds an objection of a store, if it has texts.
    public mutating func add(_ id: String, of store: RegistryStore) throws(RegistryError) {
        let sketches = (try store.scopes(of: id) ?? []).compactMap(\.sketch)
        guard !sketches.isEmpty else { return }
        var own = Set(try store.mailSites(of: id, suffixes: suffixes))
        if let contact = try store.contact(of: id) {
            own.insert(suffixes.registrableDomain(of: contact.domain) ?? contact.domain)
        }
        subjects.append(Subject(objection: id, sketches: sketches, own: own))
    }

    /// Looks through the evidence of an output.
    ///
    /// - Throws: ``JobError`` if the folder is no output or a part cannot be read to its end.
    public mutating func look(in output: String) throws(JobError) {
        try RowSearch(output: output).each { row in
            guard let document = row.considered.document,
                let sketch = TextSketch(base64: row.considered.matchKeys.sketch), sketch.count > 0
            else { return }
            for place in subjects.indices { take(row.considered, document.key, sketch, place) }
        }
    }

    private mutating func take(_ considered: Considered, _ key: Digest, _ sketch: TextSketch, _ place: Int) {
        let likeness = subjects[place].sketches.map { settings.likeness(of: $0.similarity(to: sketch)) }
        guard likeness.contains(where: { $0 != .stranger }) else { return }
        let domain = suffixes.registrableDomain(of: considered.url.host) ?? considered.url.host
        subjects[place].found.documents.insert(key)
        subjects[place].found.domains.insert(domain)
        guard likeness.contains(.copy), !subjects[place].own.contains(domain) else { return }
        if considered.licence.outcome == .covers, considered.licence.licences.contains(where: { LicenceID($0).isOpen })
        {
            subjects[place].found.licensed.insert(key)
        }
        if grounds.isSureOrigin(considered.matchKeys) { subjects[place].found.earlier.insert(key) }
    }
}
