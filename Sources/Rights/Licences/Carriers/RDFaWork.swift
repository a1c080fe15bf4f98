internal import Markup

/// What RDFa says of the thing that a licence in the page is said of, besides the licence: whose it is, and for whom.
///
/// Source: RDFa 1.1 Core, section 7.5, read 2026-11-23. Only properties with a value in the page are read.
enum RDFaWork {
    /// Elements with properties that are looked at.
    private static let limit = 256

    /// What speaks against its being the text of the page and open to all; nil if nothing does, or RDFa names no subject.
    static func fault(round node: Int, _ named: NamedLicence, _ page: PageInput) -> String? {
        guard !page.page.rdfa.isEmpty, let subject = subject(round: node, page) else { return nil }
        let key = Key(subject: subject, named: named)
        // Once a subject: it may hold as many links as its page is long.
        if let known = page.subjects[key] { return known }
        let fault = fault(of: subject, named, page)
        page.subjects[key] = .some(fault)
        return fault
    }

    struct Key: Hashable {
        let subject: Int
        let named: NamedLicence
    }

    private static func fault(of subject: Int, _ named: NamedLicence, _ page: PageInput) -> String? {
        let end = max(Int(page.page.nodes[subject].end), subject + 1)
        let start = page.page.rdfa.place(notBefore: { Int($0) <= subject })
        let inside = page.page.rdfa[start...].prefix(limit).map(Int.init).prefix { $0 < end }
        let own = inside.filter { self.subject(round: $0, page) == subject }
        let properties: [DescribedWork.Property] = own.flatMap { told(by: $0, page) }
        guard !properties.isEmpty else { return nil }
        return DescribedWork(
            types: RDFa.types(of: subject, page), properties: properties, isTied: true, licences: [named]
        ).saidOfIt(page)
    }

    /// The nearest element above that names a subject; nil if none does.
    private static func subject(round node: Int, _ page: PageInput) -> Int? {
        var at = Int(page.page.nodes[node].parent)
        while at >= 0 {
            if [AttributeName.about, .typeof, .resource].contains(where: { page.page.has($0, of: at) }) { return at }
            at = Int(page.page.nodes[at].parent)
        }
        return nil
    }

    private static func told(by node: Int, _ page: PageInput) -> [DescribedWork.Property] {
        guard !page.page.nodes[node].inTemplate, let names = page.page.attribute(.property, of: node) else { return [] }
        let value = [AttributeName.content, .resource, .href, .src].lazy.compactMap { page.page.value($0, of: node) }
            .first
        let text = value ?? ByteText.string(ByteText.trimmed(page.text(of: node)[...]))
        return page.page.tokens(names).prefix(8).map { token in
            DescribedWork.Property(
                name: JSONLD.local(page.page.string(token)), text: String(text.prefix(400)),
                types: RDFa.types(of: node, page))
        }
    }
}
