/// The public registries of works and of parties whose identifiers are read and checked.
public enum IdentifierScheme: String, CaseIterable, Hashable, Sendable {
    /// ISO 26324: any object.
    case doi
    /// The name number of CISAC's Interested Parties Information: writers and publishers of music.
    case ipi
    /// ISO 2108: a book.
    case isbn
    /// ISO 24138: content, by what it is like.
    case iscc
    /// ISO 27729: a public name.
    case isni
    /// ISO 3901: a recording.
    case isrc
    /// ISO 3297: a serial.
    case issn
    /// ISO 15707: a musical work.
    case iswc
    /// ORCID: a researcher.
    case orcid

    public enum Subject: Hashable, Sendable { case party, work }

    public var subject: Subject {
        switch self {
        case .ipi, .isni, .orcid: .party
        case .doi, .isbn, .iscc, .isrc, .issn, .iswc: .work
        }
    }

    /// The forms in which it stands by its name in links, feeds and files, in lower case. The first is the one
    /// ``Identifier/text`` is written with.
    var names: [String] {
        switch self {
        case .doi:
            [
                "doi:", "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/",
                "https://www.doi.org/", "info:doi/", "urn:doi:",
            ]
        case .isbn: ["isbn:", "urn:isbn:", "isbn-13:", "isbn-10:"]
        case .issn: ["issn:", "urn:issn:", "https://portal.issn.org/resource/issn/"]
        case .isni: ["isni:", "https://isni.org/isni/", "https://www.isni.org/isni/", "http://isni.org/isni/"]
        case .orcid: ["orcid:", "https://orcid.org/", "http://orcid.org/", "https://www.orcid.org/"]
        case .ipi, .iscc, .isrc, .iswc: [rawValue + ":"]
        }
    }
}
