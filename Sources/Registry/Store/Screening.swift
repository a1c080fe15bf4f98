internal import Canonical
internal import Foundation
internal import GRDB
internal import WebAddress

/// Tests a filing before it comes into the log: its form, and the rules against abuse.
///
/// Source: licensing bases 0.0.8 and 2(b) rule 6, read 2026-11-29.
struct Screening {
    /// What a filing that is taken is taken with.
    struct Outcome {
        var scopes: [ObjectionScope]
        /// Below this standing it does not block.
        var minimum: Standing
        /// Whether a person shall look at it before its standing is asked for.
        var needsReview: Bool
    }

    static let mostScopes = 1000
    static let longestText = 4000
    static let mostTexts = 100

    let db: Database
    let store: RegistryStore
    let suffixes: PublicSuffixList
    let rules: RegistryRules
    let at: Timestamp

    func run(_ filing: ObjectionFiling) throws -> Result<Outcome, FilingRefusal> {
        if let refusal = Self.form(filing, at: at) { return .failure(refusal) }
        var scopes: [ObjectionScope] = []
        for scope in filing.scopes {
            switch Self.scope(scope, suffixes) {
            case .success(let read): if !scopes.contains(read) { scopes.append(read) }
            case .failure(let refusal): return .failure(refusal)
            }
        }
        let others = try lives(ofContact: filing.objector)
        if let refusal = try history(filing, scopes, others) { return .failure(refusal) }
        let unproven = others.filter { $0.state.isBlocking && $0.standing == .claim }
        return .success(
            Outcome(
                scopes: scopes, minimum: try minimum(scopes), needsReview: unproven.count >= rules.overlapLimit))
    }

    // MARK: Form

    static func form(_ filing: ObjectionFiling, at: Timestamp) -> FilingRefusal? {
        let texts =
            [filing.objector.name, filing.objector.contact, filing.channel] + filing.evidence
            + filing.objector.identifiers
        if let long = texts.first(where: { $0.utf8.count > longestText }) {
            return FilingRefusal(.tooLong, "a text has \(long.utf8.count) octets; \(longestText) are the most")
        }
        guard filing.evidence.count <= mostTexts, filing.objector.identifiers.count <= mostTexts else {
            return FilingRefusal(.tooLong, "it names more than \(mostTexts) pieces of evidence, or identifiers")
        }
        guard !filing.scopes.isEmpty, filing.scopes.count <= mostScopes else {
            return FilingRefusal(
                .badField, "scope: 1 to \(mostScopes) are due, not \(filing.scopes.count); send more as a list")
        }
        guard filing.objector.name.unicodeScalars.contains(where: isSeen), !texts.contains(where: hasControls) else {
            return FilingRefusal(.badField, "name: the objector has no name, or a text holds control characters")
        }
        guard isMailbox(filing.objector.contact) else {
            return FilingRefusal(.badField, "contact: a mail address is due, like rights@example.com")
        }
        guard filing.goodFaith, filing.authority else {
            return FilingRefusal(
                .noStatement, "state that you act in good faith, and that the right is yours or you act for its holder")
        }
        guard filing.to.map({ $0 > at }) != false else {
            return FilingRefusal(.badTime, "effective_to: it is over already")
        }
        return nil
    }

    static func scope(
        _ scope: ObjectionFiling.Scope, _ suffixes: PublicSuffixList
    ) -> Result<ObjectionScope, FilingRefusal> {
        ObjectionScope.read(kind: scope.kind, scope.value, suffixes)
            .flatMap { owned($0, suffixes) }
            .mapError { FilingRefusal($0.code, $0.reason) }
    }

    /// A host that a registry gives names out under is nobody's site, and whoever files it means what lies below, which it does
    /// not cover.
    private static func owned(_ scope: ObjectionScope, _ suffixes: PublicSuffixList) -> ObjectionScope.Reading {
        guard scope.kind == .host || scope.kind == .prefix, suffixes.isRegistrySuffix(scope.host) else {
            return .success(scope)
        }
        let host = scope.host
        return .failure(
            .init(
                host.contains(".") ? .publicSuffix : .bareTopLevel,
                "\(host) is a public suffix, under which strangers register, and \(scope.kind.rawValue):\(scope.key) covers none of them; name your own below it, as domain:NAME.\(host)"
            ))
    }

    private static func hasControls(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            (scalar.value < 0x20 && scalar != "\n" && scalar != "\t" && scalar != "\r")
                || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value)
        }
    }

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
    }

    private static func isMailbox(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && (1...64).contains(parts[0].utf8.count) && (1...253).contains(parts[1].utf8.count)
            && !text.contains(where: \.isWhitespace) && !text.contains(where: { "<>,;:\"()".contains($0) })
    }

    // MARK: History

    private func history(
        _ filing: ObjectionFiling, _ scopes: [ObjectionScope], _ others: [ObjectionLife]
    ) throws -> FilingRefusal? {
        let caution = at.adding(days: -rules.cautionDays)
        let abusive = others.filter {
            $0.state == .rejected && $0.reason == RefusalCode.abusive.rawValue && $0.since > caution
        }
        guard abusive.count < 3 else {
            return FilingRefusal(
                .channelClosed,
                "three filings of this contact were rejected as abusive within \(rules.cautionDays) days; write to the operator"
            )
        }
        let today = others.filter { $0.receivedAt > at.adding(days: -1) && $0.standing == .claim }
        guard today.count < rules.dailyLimit else {
            return FilingRefusal(
                .rateLimited,
                "\(today.count) filings without proof in a day; prove one of them, or file the rest tomorrow")
        }
        for other in others where other.state.isBlocking && other.terms.act == filing.act && other.lasts(to: filing.to)
        {
            guard let known = try store.body(db, other.id, .scope) else { continue }
            if try Set(ScopeBody.read(known.bytes, store.path)) == Set(scopes) {
                return FilingRefusal(.duplicate, "the same stands filed as \(other.id), and is \(other.state.rawValue)")
            }
        }
        return nil
    }

    private func lives(ofContact objector: Objector) throws -> [ObjectionLife] {
        let ids = try String.fetchAll(
            db, sql: "SELECT objection FROM contact WHERE mark = ? ORDER BY rowid DESC LIMIT 1000",
            arguments: [Data(store.mark(of: objector))])
        return try ids.compactMap { try store.fold(db, $0, until: nil).lives[$0]?.at(at) }
    }

    /// A scope whose objection lapsed needs a mailbox for a while, and a site that many claim needs control of it.
    private func minimum(_ scopes: [ObjectionScope]) throws -> Standing {
        var minimum = Standing.claim
        let caution = at.adding(days: -rules.cautionDays)
        for scope in scopes {
            let same = try String.fetchAll(
                db, sql: "SELECT objection FROM scope WHERE key = ? AND kind = ? LIMIT 1000",
                arguments: [scope.key, scope.kind.rawValue])
            if try same.contains(where: { id in
                let life = try store.fold(db, id, until: nil).lives[id]?.at(at)
                return life?.state == .lapsed && (life?.since ?? caution) > caution
            }) {
                minimum = max(minimum, .mailbox)
            }
            let site = scope.site(suffixes)
            guard !site.isEmpty else { continue }
            if try claims(overlapping: scope, site) >= rules.overlapLimit { minimum = max(minimum, .domain) }
        }
        return minimum
    }

    /// How many unproven objections are to the same place, or to one that holds it or is held by it. Who claims other places of
    /// the site, as users of a platform do, takes nobody's block away.
    private func claims(overlapping scope: ObjectionScope, _ site: String) throws -> Int {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT objection, kind, key FROM scope WHERE site = ? LIMIT 10000", arguments: [site])
        var known: Set<String> = []
        while let row = try rows.next() {
            guard let kind = ScopeKind(rawValue: row["kind"]) else { continue }
            let other = ObjectionScope(kind, key: row["key"])
            if other.covers(scope) || scope.covers(other) { known.insert(row["objection"]) }
        }
        return try known.count { id in
            let life = try store.fold(db, id, until: nil).lives[id]?.at(at)
            return life?.state.isBlocking == true && life?.standing == .claim
        }
    }
}

extension ObjectionLife {
    /// Whether it is to be in effect until then at least; nil stands for no end. A withdrawal under way ends it.
    func lasts(to time: Timestamp?) -> Bool {
        guard let end = effectiveTo else { return true }
        return time.map { $0 <= end } ?? false
    }
}

extension ObjectionScope {
    /// The registrable domain it lies under, or its host where it has none; empty for what lies nowhere.
    func site(_ suffixes: PublicSuffixList) -> String {
        guard kind.hasHost else { return "" }
        return suffixes.registrableDomain(of: host) ?? host
    }

    /// The host that its key begins with, without a port; of a kind that has one.
    var host: String {
        let authority = key.prefix { $0 != "/" }
        return authority.hasPrefix("[")
            ? String(authority.prefix { $0 != "]" }) + "]" : String(authority.prefix { $0 != ":" })
    }
}
