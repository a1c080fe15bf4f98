public import Provenance

/// What a URL, id or name on a page means as a licence.
enum NamedLicence: Hashable, Sendable {
    /// A licence or dedication of Creative Commons that exists.
    case tool(CreativeCommons)
    /// One of Creative Commons, without a version or with one that was never published.
    case unversioned(unit: String)
    /// Another organisation's licence with a deed of Creative Commons: `GPL`, `MIT`.
    case wrapper(String)
    /// A licence or statement of the licence table.
    case entry(LicenceEntry)
    /// Several that apply together or at choice, by an SPDX expression.
    case compound
    /// A page of Creative Commons that is no licence.
    case otherPage
    /// Nothing that is known.
    case unknown

    init(_ url: CreativeCommonsURL) {
        switch url {
        case .tool(let tool): self = .tool(tool)
        case .embellished(let tool): self = .unversioned(unit: tool.unit)
        case .unknown(let unit): self = .unversioned(unit: unit)
        case .wrapper(let name): self = .wrapper(name)
        case .otherPage: self = .otherPage
        case .otherHost: self = .unknown
        }
    }

    /// The licence of Creative Commons it names; nil if it names none that exists.
    var tool: CreativeCommons? { if case .tool(let tool) = self { tool } else { nil } }
    var entry: LicenceEntry? { if case .entry(let entry) = self { entry } else { nil } }

    /// Whether it is known which licence is meant and what it asks.
    var isKnown: Bool { tool != nil || entry != nil }

    /// What it asks; nil if that is not known.
    var flags: Set<String>? {
        switch self {
        case .tool(let tool): return Set(tool.flags)
        case .entry(let entry): return entry.terms.flags
        case .unversioned(let unit) where !unit.isEmpty:
            let elements = unit.split(separator: "-").map { $0 == "by" ? "attribution" : String($0) }
            return Set(elements).intersection(["attribution", "nc", "nd", "sa"])
        case .unversioned, .wrapper, .compound, .otherPage, .unknown: return nil
        }
    }

    /// The word for it in lists of units: `by-sa`, `ogl-uk`.
    var unit: String? {
        switch self {
        case .tool(let tool): tool.unit
        case .unversioned(let unit): unit.isEmpty ? nil : unit
        case .entry(let entry): entry.licence
        case .wrapper, .compound, .otherPage, .unknown: nil
        }
    }

    /// The licence in one form; `cc-unknown-version` and `unknown` where it cannot be told.
    func reference(_ url: String) -> LicenceReference {
        func plain(_ id: String) -> LicenceReference {
            LicenceReference(id: id, url: url, version: "", jurisdiction: "")
        }
        switch self {
        case .tool(let tool): return tool.reference
        case .unversioned: return plain("cc-unknown-version")
        case .wrapper(let name): return plain("wrapper-" + ByteText.lowercased(name))
        case .entry(let entry):
            return LicenceReference(
                id: entry.licence, url: entry.url.isEmpty ? url : entry.url, version: entry.version,
                jurisdiction: entry.jurisdiction)
        case .compound: return plain("spdx-expression")
        case .otherPage, .unknown: return plain("unknown")
        }
    }

    /// What the statement says of use.
    var value: SignalValue {
        switch self {
        case .tool: return .allow
        case .entry(let entry):
            switch entry.training {
            case .open: return .allow
            case .nonCommercial: return .conditional
            case .reserved: return .deny
            case .hold, .label, .software: return .unknown
            }
        case .unversioned, .wrapper, .compound, .otherPage, .unknown: return .unknown
        }
    }
}
