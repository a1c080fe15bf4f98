internal import Canonical
internal import Markup
internal import Provenance

/// The identifiers that a page's metadata gives the work on it, what that is part of, and whoever it is by.
///
/// What the text mentions, cites or links to is none of them: a page speaks of many works and is one.
/// Source: the citation tags of scholarly pages; DCMI terms (`identifier`); PRISM 3.0 (`doi`, `issn`, `eIssn`, `isbn`);
/// schema.org (`isbn`, `issn`, `iswcCode`, `isrcCode`, `identifier`, `sameAs`, `isPartOf`); RFC 8574 (`cite-as`); read 2026-11-30.
enum StatedIdentifiers {
    /// So that a page cannot fill a row with them.
    fileprivate static let limit = 32
    fileprivate static let longest = 512

    /// Names of `meta` elements, of properties and of microdata, with the scheme they mean; nil where the value says.
    private static let names: [String: IdentifierScheme?] = [
        "citation_doi": .doi, "bepress_citation_doi": .doi, "prism.doi": .doi, "prism:doi": .doi, "bibo:doi": .doi,
        "doi": .doi, "citation_isbn": .isbn, "prism.isbn": .isbn, "prism:isbn": .isbn, "book:isbn": .isbn,
        "books:isbn": .isbn, "bibo:isbn13": .isbn, "bibo:isbn10": .isbn, "isbn": .isbn, "schema:isbn": .isbn,
        "citation_issn": .issn, "citation_eissn": .issn, "bepress_citation_issn": .issn, "prism.issn": .issn,
        "prism:issn": .issn, "prism.eissn": .issn, "prism:eissn": .issn, "bibo:issn": .issn, "issn": .issn,
        "schema:issn": .issn, "iswccode": .iswc, "isrccode": .isrc, "iscc": .iscc, "iscc:iscc": .iscc,
        "citation_author_orcid": .orcid, "dc.identifier": nil, "dc:identifier": nil, "dcterms.identifier": nil,
        "dcterms:identifier": nil, "dc.identifier.doi": .doi, "dc.identifier.isbn": .isbn, "dc.identifier.issn": .issn,
        "citation_id": nil,
    ]

    /// In the order they are found, each once.
    static func read(_ page: PageInput) -> [String] {
        var found = Found()
        for meta in page.allMetas {
            if let scheme = names[meta.name] { found.add(list: meta.content, as: scheme) }
        }
        for index in page.page.links {
            let node = Int(index)
            guard let rel = page.page.attribute(.rel, of: node), page.page.hasToken(rel, "cite-as"),
                let href = page.page.value(.href, of: node)
            else { continue }
            found.add(href, as: nil)
        }
        for script in page.documents {
            for node in script.nodes where node.isTopLevel { found.add(work: node.value, depth: 0) }
        }
        readProperties(page, &found)
        return found.texts
    }

    /// Microdata and RDFa in the page's body.
    private static func readProperties(_ page: PageInput, _ found: inout Found) {
        for index in page.page.microdata + page.page.rdfa {
            let node = Int(index)
            guard let range = page.page.attribute(.itemprop, of: node) ?? page.page.attribute(.property, of: node)
            else { continue }
            guard mayName(page.page.bytes(range)) else { continue }
            for name in page.page.string(range).split(whereSeparator: \.isWhitespace) {
                guard let scheme = names[ByteText.lowercased(JSONLD.local(String(name)))] else { continue }
                let content = page.page.value(.content, of: node) ?? page.page.value(.href, of: node)
                found.add(content ?? ByteText.string(page.text(of: node)[...]), as: scheme)
            }
        }
    }

    /// Whether the end of a property's name is that of one that names an identifier; most are none.
    private static func mayName(_ name: ArraySlice<UInt8>) -> Bool {
        if name.contains(0x20) { return true }
        return endings.contains(ending(name))
    }

    /// The last three bytes, in lower case.
    private static func ending(_ name: some BidirectionalCollection<UInt8>) -> UInt32 {
        name.suffix(3).reduce(0) { $0 << 8 | UInt32(ByteText.lower($1)) }
    }

    private static let endings: [UInt32] = Set(names.keys.map { ending($0.utf8) }).sorted()

    /// An identifier as pages write it; nil for what is none, or has a digit wrong.
    ///
    /// - Parameter scheme: What the text is meant as where it does not say it itself.
    static func stated(_ text: String, as scheme: IdentifierScheme?) -> Identifier? {
        guard text.utf8.count <= longest else { return nil }
        do throws(IdentifierError) {
            if let named = try Identifier.named(text) { return named }
            let start = ByteText.lowercased(text)
            let word = IdentifierScheme.allCases.first { start.hasPrefix($0.rawValue + " ") }
            guard let meant = word ?? scheme ?? (start.hasPrefix("10.") ? .doi : nil) else { return nil }
            return try Identifier(meant, text)
        } catch {
            return nil
        }
    }

    /// The scheme that a `propertyID` names, as a word or as the end of an address.
    static func scheme(named name: String) -> IdentifierScheme? {
        let word = ByteText.lowercased(name).split(separator: "/").last.map { String($0) } ?? ""
        return IdentifierScheme(rawValue: word.hasPrefix("isbn") ? "isbn" : word)
    }

    /// What has been found so far.
    private struct Found {
        private(set) var texts: [String] = []

        /// - Parameter scheme: What the text is meant as; nil if the text has to say it itself.
        mutating func add(_ text: String, as scheme: IdentifierScheme?) {
            guard texts.count < StatedIdentifiers.limit, let identifier = StatedIdentifiers.stated(text, as: scheme)
            else {
                return
            }
            let form = identifier.text
            if !texts.contains(form) { texts.append(form) }
        }

        /// One identifier, or several with commas or semicolons between them.
        mutating func add(list text: String, as scheme: IdentifierScheme?) {
            guard StatedIdentifiers.stated(text, as: scheme) == nil, text.utf8.count <= StatedIdentifiers.longest else {
                return add(text, as: scheme)
            }
            for part in text.split(whereSeparator: { ",;".contains($0) }) { add(String(part), as: scheme) }
        }

        /// What a property of a work leads to.
        private enum Property {
            case own(IdentifierScheme?)
            /// The article of an issue of a volume of a periodical; the edition of a book.
            case whole
            case maker
        }

        private static let properties: [String: Property] = [
            "isbn": .own(.isbn), "issn": .own(.issn), "doi": .own(.doi), "iswcCode": .own(.iswc),
            "isrcCode": .own(.isrc), "iscc": .own(.iscc), "identifier": .own(nil), "sameAs": .own(nil),
            "@id": .own(nil), "url": .own(nil), "isPartOf": .whole, "exampleOfWork": .whole, "workExample": .whole,
            "recordingOf": .whole, "author": .maker, "creator": .maker, "contributor": .maker, "editor": .maker,
            "translator": .maker, "publisher": .maker, "copyrightHolder": .maker, "composer": .maker,
            "lyricist": .maker, "byArtist": .maker,
        ]
        private static let deepest = 4

        mutating func add(work node: JSONValue, depth: Int) {
            guard depth < Self.deepest else { return }
            for member in node.members ?? [] {
                guard let property = Self.properties[JSONLD.local(member.key)] else { continue }
                for value in member.value.array ?? [member.value] {
                    switch property {
                    case .own(let scheme): add(value, as: scheme, ofParty: false)
                    case .whole: add(work: value, depth: depth + 1)
                    case .maker: add(party: value)
                    }
                }
            }
        }

        private mutating func add(party node: JSONValue) {
            if node.string != nil { return add(node, as: nil, ofParty: true) }
            for member in node.members ?? [] {
                guard case .own(nil)? = Self.properties[JSONLD.local(member.key)] else { continue }
                for value in member.value.array ?? [member.value] { add(value, as: nil, ofParty: true) }
            }
        }

        /// A text, or a `PropertyValue` that names its scheme.
        private mutating func add(_ value: JSONValue, as scheme: IdentifierScheme?, ofParty isParty: Bool) {
            var scheme = scheme
            if let id = value["propertyID"]?.string ?? value["name"]?.string {
                scheme = scheme ?? StatedIdentifiers.scheme(named: id)
            }
            let number = value.integer.map { String($0) }
            guard let text = value["value"]?.string ?? JSONLD.text(value) ?? number,
                let identifier = StatedIdentifiers.stated(text, as: scheme),
                (identifier.scheme.subject == .party) == isParty
            else { return }
            add(text, as: scheme)
        }
    }
}
