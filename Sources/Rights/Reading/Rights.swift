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
    public static let readerVersion = "rights-4"

    /// All licence statements of a page, also those that do not speak for it.
    public static func licences(in page: PageReading, url: CanonicalURL) -> [LicenceCandidate] {
        var draft = ReadingDraft()
        let input = PageInput(page: page, blocks: nil, textBytes: 0, space: .payload, source: [], url: url)
        PageReaders.readLicences(input, into: &draft)
        return draft.licences
    }
}
