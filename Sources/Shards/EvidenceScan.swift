public import Canonical

/// What counts and joins need of a row of `evidence/`, taken from its line without reading the rest.
///
/// That the line is canonical is checked to its end; what its values mean is not. ``EvidenceRow`` reads all. The slices
/// are valid as long as the line is.
public struct EvidenceScan {
    public private(set) var id: CanonicalSlice
    public private(set) var access: CanonicalSlice
    public private(set) var verdict: CanonicalSlice?
    public private(set) var moment: CanonicalSlice?
    /// Of the last decision: pack and basis, where one stands.
    public private(set) var bases: [(pack: CanonicalSlice, basis: CanonicalSlice)] = []
    public private(set) var doubts: [CanonicalSlice] = []
    /// URLs the row stands for.
    public private(set) var weight = 1
    public private(set) var isCapture = true
    /// Of the text; nil if there is no main text.
    public private(set) var textBytes: Int?
    /// Of the capture; nil if no request was made, 0 if nothing was answered.
    public private(set) var status: Int?
    /// Digest of the text, 64 digits; nil if there is no main text.
    public private(set) var text: CanonicalSlice?
    /// Digest of the payload, 64 digits; nil if it is not known.
    public private(set) var payload: CanonicalSlice?
    /// When the capture was fetched, and when the last decision was taken, as the row has them.
    public private(set) var fetched: CanonicalSlice?
    public private(set) var decided: CanonicalSlice?
    public private(set) var url: CanonicalSlice?
    /// The items of `sites`.
    public private(set) var sites: [SiteItem] = []
    /// Whether it stands for a whole host.
    public private(set) var isHost = false

    /// The texts of an item of `sites`, in the order of ``SiteFacts``; nil for one that is left out.
    public struct SiteItem {
        public private(set) var kinds: CanonicalSlice?
        public private(set) var outcome: CanonicalSlice?
        public private(set) var life: CanonicalSlice?
        public private(set) var times: CanonicalSlice?
        /// 64 digits each, with spaces between; `-` for none.
        public private(set) var digests: CanonicalSlice?
        public private(set) var asked: CanonicalSlice?
        public private(set) var origin: CanonicalSlice?

        mutating func take(_ text: CanonicalSlice, at place: Int) {
            switch place {
            case 0: kinds = text
            case 2: outcome = text
            case 3: life = text
            case 4: times = text
            case 5: digests = text
            case 6: asked = text
            case 7: origin = text
            default: break
            }
        }
    }

    public var admits: Bool { verdict.map { $0 == "allow" || $0 == "allowWithObligations" } ?? false }

    /// Whether the row's text stands in `documents/`.
    public var isDocument: Bool { admits && textBytes != nil && (moment.map { $0 == "use" } ?? false) }

    /// `pack=basis` pairs, sorted, space-joined.
    public var basisText: String {
        bases.map { "\($0.pack.text)=\($0.basis.text)" }.sorted().joined(separator: " ")
    }

    /// - Throws: ``RowError`` for a line that is not canonical, has keys of another format, or lacks what is due.
    public init(_ line: UnsafeRawBufferPointer) throws(RowError) {
        var scanner = CanonicalScanner(line)
        var fields = Fields()
        do throws(JSONError) {
            try scanner.object { (key, scanner) throws(JSONError) in try fields.take(key, &scanner) }
            try scanner.end()
        } catch {
            throw RowError(format: "evidence 1", key: "", problem: error.description)
        }
        if !fields.unknown.isEmpty {
            throw RowError(format: "evidence 1", key: fields.unknown, problem: "is no key of this format")
        }
        guard fields.version == EvidenceRow.version else {
            throw RowError(format: "evidence 1", key: "v", problem: "this program reads version \(EvidenceRow.version)")
        }
        guard let id = fields.id, let access = fields.access, fields.hasRest == 5 else {
            throw RowError(
                format: "evidence 1", key: "", problem: "id, access, decisions, keys, registry, states and url are due")
        }
        (self.id, self.access) = (id, access)
        (verdict, moment, bases, doubts) = (fields.verdict, fields.moment, fields.bases, fields.doubts)
        (weight, isCapture) = (fields.weight, fields.isCapture)
        (textBytes, status, sites) = (fields.textBytes, fields.status, fields.sites)
        (text, payload, url) = (fields.text, fields.payload, fields.url)
        (fetched, decided, isHost) = (fields.fetched, fields.decided, fields.isHost)
    }

    /// What was met so far.
    private struct Fields {
        var id: CanonicalSlice?
        var access: CanonicalSlice?
        var verdict: CanonicalSlice?
        var moment: CanonicalSlice?
        var bases: [(pack: CanonicalSlice, basis: CanonicalSlice)] = []
        var doubts: [CanonicalSlice] = []
        var weight = 1
        var isCapture = true
        var textBytes: Int?
        var status: Int?
        var sites: [SiteItem] = []
        var fetched: CanonicalSlice?
        var decided: CanonicalSlice?
        var url: CanonicalSlice?
        var isHost = false
        var text: CanonicalSlice?
        var payload: CanonicalSlice?
        var version = 0
        /// How many of the keys that are due and not looked into were there.
        var hasRest = 0
        var unknown = ""

        mutating func take(_ key: CanonicalSlice, _ scanner: inout CanonicalScanner) throws(JSONError) {
            switch key {
            case "access": access = try scanner.string()
            case "capture": try capture(&scanner)
            case "count": weight = try scanner.integer()
            case "decisions":
                hasRest += 1
                try scanner.array { (scanner) throws(JSONError) in try decision(&scanner) }
            case "document": try document(&scanner)
            case "id": id = try scanner.string()
            case "kind":
                isCapture = false
                isHost = try scanner.string() == "hostRefused"
            case "keys", "registry", "states":
                hasRest += 1
                try scanner.skip()
            case "url":
                hasRest += 1
                url = try scanner.string()
            case "sites": try scanner.array { (scanner) throws(JSONError) in try site(&scanner) }
            case "grounds", "licence", "signals", "trouble": try scanner.skip()
            case "v": version = try scanner.integer()
            default:
                unknown = key.text
                try scanner.skip()
            }
        }

        private mutating func capture(_ scanner: inout CanonicalScanner) throws(JSONError) {
            try scanner.object { (key, scanner) throws(JSONError) in
                switch key {
                case "fetched": fetched = try scanner.string()
                case "payload": payload = try scanner.string()
                case "status": status = try scanner.integer()
                default: try scanner.skip()
                }
            }
        }

        private mutating func document(_ scanner: inout CanonicalScanner) throws(JSONError) {
            try scanner.object { (key, scanner) throws(JSONError) in
                switch key {
                case "bytes": textBytes = try scanner.integer()
                case "text": text = try scanner.string()
                default: try scanner.skip()
                }
            }
        }

        /// The last decision stays.
        private mutating func decision(_ scanner: inout CanonicalScanner) throws(JSONError) {
            (verdict, moment, decided) = (nil, nil, nil)
            bases.removeAll(keepingCapacity: true)
            doubts.removeAll(keepingCapacity: true)
            try scanner.object { (key, scanner) throws(JSONError) in
                switch key {
                case "at": decided = try scanner.string()
                case "verdict": verdict = try scanner.string()
                case "moment": moment = try scanner.string()
                case "doubts":
                    try scanner.array { (scanner) throws(JSONError) in doubts.append(try scanner.string()) }
                case "packs": try scanner.array { (scanner) throws(JSONError) in try pack(&scanner) }
                default: try scanner.skip()
                }
            }
        }

        private mutating func pack(_ scanner: inout CanonicalScanner) throws(JSONError) {
            var (name, basis): (CanonicalSlice?, CanonicalSlice?) = (nil, nil)
            try scanner.object { (key, scanner) throws(JSONError) in
                switch key {
                case "pack": name = try scanner.string()
                case "basis": basis = try scanner.string()
                default: try scanner.skip()
                }
            }
            if let name, let basis { bases.append((name, basis)) }
        }

        /// `[kinds, moments, outcome, life, times, digests, …]`
        private mutating func site(_ scanner: inout CanonicalScanner) throws(JSONError) {
            var (item, place) = (SiteItem(), 0)
            try scanner.array { (scanner) throws(JSONError) in
                item.take(try scanner.string(), at: place)
                place += 1
            }
            sites.append(item)
        }
    }
}
