public import Markup
public import Provenance
public import WebAddress

/// What this room reads.
public enum Rights {
    /// The protocols that some code reads; all others stay `notChecked`.
    public static let readProtocols: [RightsProtocol] =
        RobotsReader.protocols + RSLReader.robotsProtocols + TDMRepReader.protocols.filter { $0 == .tdmrepFile }
        + [.trustTxt, .aiTxt] + HeaderReaders.protocols + PageReaders.protocols + XMLReaders.protocols + [
            .embeddedXMP, .embeddedC2PA,
        ]

    /// The name of this reading, for the manifest: it is raised whenever the same bytes may be read another way.
    public static let readerVersion = "rights-14"

    /// The name of a rights fact without its prefix; nil for a property that is none.
    public static func factName(_ property: String) -> String? {
        let name = JSONLD.local(property)
        return RightsFact.isFact(name) ? name : nil
    }

    /// What the structured data of a page says of rights: holders, notices, offers. No permission.
    public static func facts(in page: PageReading, url: CanonicalURL, tables: SignalTables) -> [RightsFact] {
        RightsFacts.all(
            PageInput(
                page: page, blocks: nil, textBytes: 0, space: .payload, source: [], url: url, licences: tables.licences)
        )
    }

    /// All licence statements of a page, also those that do not speak for it.
    public static func licences(in page: PageReading, url: CanonicalURL, tables: SignalTables) -> [LicenceCandidate] {
        var draft = ReadingDraft()
        let input = PageInput(
            page: page, blocks: nil, textBytes: 0, space: .payload, source: [], url: url,
            licences: tables.licences)
        PageReaders.readLicences(input, into: &draft)
        return draft.licences
    }
}
