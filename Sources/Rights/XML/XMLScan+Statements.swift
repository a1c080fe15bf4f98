internal import Canonical
internal import Markup
internal import Provenance

/// How a statement is made of an element and a value.
extension XMLScan {
    /// What a vocabulary knows of a statement beside its value.
    struct Form {
        var carrier: LicenceCandidate.Carrier
        var rank = LicenceCandidate.Rank.declared
        var notes: [String] = []
        var start: String?
        var end: String?
        /// Nil for the nearest.
        var holder: Int?
    }

    /// The value of a property: what it points at, or its text.
    func value(of index: Int) -> String {
        let element = input.element(index)
        if let resource = input.rdf("resource", of: index) ?? element[XMLNamespace.href] ?? element["href"] {
            return ByteText.trimmed(resource)
        }
        if stripe(of: index) == .property {
            let inner = input.xml.children(of: index).lazy.compactMap { self.input.rdf("about", of: $0) }
            if let about = inner.first { return ByteText.trimmed(about) }
        }
        return input.text(index)
    }

    /// A value that is a licence and nothing else.
    mutating func addLicence(_ value: String, at index: Int, _ form: Form) {
        let text = ByteText.trimmed(value)
        guard !text.isEmpty else { return }
        if ByteText.lowercased(text) == "http://purl.org/atompub/license#unspecified" {
            return add(statement(.unspecified, index, form))
        }
        let isRelative = text.contains("/") && input.licences.named(value: text) == .unknown
        add(statement(.licence(isRelative ? input.resolve(text, at: index) ?? text : text), index, form))
    }

    /// A value that may name a licence or a kind of access, or be words of rights.
    mutating func addRights(_ value: String, at index: Int, _ form: Form) {
        let text = ByteText.trimmed(value)
        guard !text.isEmpty else { return }
        if let access = AccessRight.read(text) { return add(statement(.access(access), index, form)) }
        if Self.isURL(text) { return addLicence(text, at: index, form) }
        var named = form
        named.rank = max(form.rank, .body)
        for (url, _) in MetaLicences.licenceURLs(in: text, input.licences) { addLicence(url, at: index, named) }
        add(statement(.words(ByteText.string(text.utf8.prefix(4096))), index, form))
    }

    mutating func addAccess(_ access: AccessRight, at index: Int, _ form: Form) {
        add(statement(.access(access), index, form))
    }

    private func statement(_ meaning: XMLStatement.Meaning, _ index: Int, _ form: Form) -> XMLStatement {
        var notes = form.notes
        let isInForce = isInForce(form, &notes)
        return XMLStatement(
            meaning: meaning, carrier: form.carrier, holder: form.holder ?? holder(of: index), element: index,
            rank: form.rank, notes: notes, start: form.start, end: form.end, isInForce: isInForce,
            quote: input.quote(index))
    }

    private func isInForce(_ form: Form, _ notes: inout [String]) -> Bool {
        var isInForce = true
        if let start = form.start {
            let date = StatementDate.read(start)
            if date == nil { notes.append("start-date-unreadable") }
            isInForce = date.map { $0 <= input.at } ?? false
        }
        if let end = form.end {
            let date = StatementDate.end(end)
            if date == nil { notes.append("end-date-unreadable") }
            isInForce = isInForce && date.map { input.at <= $0 } ?? false
        }
        return isInForce
    }

    private static func isURL(_ text: String) -> Bool {
        guard !text.contains(where: \.isWhitespace) else { return false }
        let bytes = Array(text.utf8)[...]
        return ["http://", "https://", "//", "www."].contains { ByteText.hasPrefix(bytes, $0) }
    }
}
