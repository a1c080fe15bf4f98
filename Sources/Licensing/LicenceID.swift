public import Provenance

/// The values of the fact `licence.id`: the licences that packs can name.
///
/// Source: the licence units of Creative Commons, by its licence list (creativecommons/cc.licenserdf, read
/// 2026-11-23).
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
            case .none, .cc0, .pdm, .certification, .dedication, .unknownVersion, .other: false
            default: true
            }
        self = id == .none ? .other : versioned && reference.version.isEmpty ? .unknownVersion : id
    }

    static let noneBit = LicenceID.none.bit
}
