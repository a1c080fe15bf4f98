public import Provenance

/// The values of the fact `licence.id`: the licences that packs can name.
///
/// Source: the licence units of Creative Commons, by its licence list (creativecommons/cc.licenserdf, read
/// 2026-11-23); the families of `config/signals/licences.yaml`. At most 63: a set of them is one word of bits.
public enum LicenceID: String, CaseIterable, Hashable, Sendable {
    /// No statement speaks for the text.
    case none
    case cc0
    case pdm
    case by = "cc-by"
    case bySA = "cc-by-sa"
    case byNC = "cc-by-nc"
    case byNCSA = "cc-by-nc-sa"
    case byND = "cc-by-nd"
    case byNCND = "cc-by-nc-nd"
    /// The spelling of version 1.0.
    case byNDNC = "cc-by-nd-nc"
    case sa = "cc-sa"
    case nc = "cc-nc"
    case nd = "cc-nd"
    case ncSA = "cc-nc-sa"
    case ndNC = "cc-nd-nc"
    case sampling = "cc-sampling"
    case samplingPlus = "cc-sampling-plus"
    case ncSamplingPlus = "cc-nc-sampling-plus"
    case devnations = "cc-devnations"
    /// The public domain certification of before CC0.
    case certification = "cc-pd-certification"
    /// The public domain dedication and certification of before CC0.
    case dedication = "cc-pddc"
    case unknownVersion = "cc-unknown-version"
    case oglUK = "ogl-uk"
    case oglUKNonCommercial = "ogl-uk-nc"
    case openParliament = "opl-uk"
    case oglCanada = "ogl-canada"
    case etalab
    case dlDEBY = "dl-de-by"
    case dlDEZero = "dl-de-zero"
    case dlDEBYNC = "dl-de-by-nc"
    case kogl0 = "kogl-0"
    case kogl1 = "kogl-1"
    case kogl2 = "kogl-2"
    case kogl3 = "kogl-3"
    case kogl4 = "kogl-4"
    /// Shown beside another type: training is allowed whatever that one says.
    case koglAI = "kogl-ai"
    case pdlJP = "pdl-jp"
    case gjstu
    case ogdlTW = "ogdl-tw"
    case iodl
    case godlIN = "godl-in"
    /// Commission Decision 2011/833/EU.
    case euReuse = "eu-2011-833"
    case gfdl
    case lal
    case odcBY = "odc-by"
    case odbl
    case pddl
    case dbcl
    case cdlaPermissive = "cdla-permissive"
    case cdlaSharing = "cdla-sharing"
    case software
    /// A statute leaves it free, says the page.
    case official
    /// Statements of RightsStatements.org, by what they come to.
    case statementReserved = "rs-reserved"
    case statementNonCommercial = "rs-nc"
    case statementNoCopyrightUS = "rs-noc-us"
    case statementHold = "rs-hold"
    /// Anything else that a page names as its licence.
    case other

    /// A Creative Commons licence without a version is of an unknown one, whatever its id says.
    ///
    /// The Scottish ports are published as granting no derivative works under the ids of licences that do; a
    /// person settles that.
    public init(_ reference: LicenceReference) {
        let id = reference.jurisdiction == "scotland" ? .other : LicenceID(rawValue: reference.id) ?? .other
        let versioned: Bool =
            switch id {
            case .by, .bySA, .byNC, .byNCSA, .byND, .byNCND, .byNDNC, .sa, .nc, .nd, .ncSA, .ndNC, .sampling,
                .samplingPlus,
                .ncSamplingPlus, .devnations:
                true
            default: false
            }
        self = id == .none ? .other : versioned && reference.version.isEmpty ? .unknownVersion : id
    }

    static let noneBit = LicenceID.none.bit

    /// Whether it is a public licence or dedication that everybody may rely on, whatever its conditions are.
    public var isOpen: Bool {
        switch self {
        case .none, .other, .software, .official, .koglAI, .kogl2, .kogl3, .kogl4, .oglUKNonCommercial, .dlDEBYNC,
            .statementReserved,
            .statementNonCommercial, .statementNoCopyrightUS, .statementHold:
            false
        default: true
        }
    }
}
