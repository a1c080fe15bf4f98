public import Provenance

extension LicenceCatalogue {
    /// The licence that a URL, an SPDX expression or a name stands for; nil if it stands for none that is known.
    public func reference(of value: String) -> LicenceReference? {
        let named = named(value: value)
        return named.isKnown ? named.reference(value) : nil
    }

    /// What a URL names; `unknown` for everything that is no URL of a licence.
    func named(url: String) -> NamedLicence {
        let known = NamedLicence(CreativeCommonsURL.read(url))
        guard known == .unknown, let parsed = LicenceURL(url) else { return known }
        if let entry = entry(parsed) { return .entry(entry) }
        return SPDXExpression.id(of: parsed).map(named(spdxID:)) ?? .unknown
    }

    /// What a value that is meant as a licence names: a URL, an SPDX expression, or a name as people write it.
    func named(value: String) -> NamedLicence {
        let byURL = named(url: value)
        if byURL != .unknown { return byURL }
        if let expression = SPDXExpression.read(value) {
            let byID = named(expression)
            if byID != .unknown { return byID }
        }
        return LicencePhrase.whole(value, self)?.named ?? .unknown
    }

    /// A choice is only taken where it makes no difference.
    private func named(_ expression: SPDXExpression) -> NamedLicence {
        let all = Set(expression.ids.map(named(spdxID:)))
        guard all.count > 1 else { return all.first ?? .unknown }
        return all.contains(.unknown) && !all.contains(where: \.isKnown) ? .unknown : .compound
    }

    func named(spdxID id: String) -> NamedLicence {
        if let entry = entry(spdx: id) { return .entry(entry) }
        return Self.creativeCommons(id)
    }

    /// `CC-BY-NC-SA-3.0-DE`, `CC0-1.0`, `CC-PDM-1.0`, `CC-PDDC`.
    private static func creativeCommons(_ id: String) -> NamedLicence {
        var parts = ByteText.lowercased(id).split(separator: "-").map(String.init)
        if parts.last == "+" { parts.removeLast() }
        guard parts.count >= 2, parts.count <= 7, parts[0].hasPrefix("cc") else { return .unknown }
        switch (parts[0], parts[1]) {
        case ("cc0", "1.0") where parts.count == 2: return url("publicdomain/zero/1.0")
        case ("cc", "pdm") where parts.count == 3 && parts[2] == "1.0": return url("publicdomain/mark/1.0")
        case ("cc", "pddc") where parts.count == 2: return url("licenses/publicdomain")
        case ("cc", _): break
        default: return .unknown
        }
        guard let place = parts.firstIndex(where: { $0.first?.isNumber == true }), place > 1 else {
            let unit = parts.dropFirst().joined(separator: "-")
            return CreativeCommonsInventory.units.contains(unit) ? .unversioned(unit: unit) : .unknown
        }
        return url((["licenses", parts[1..<place].joined(separator: "-")] + parts[place...]).joined(separator: "/"))
    }

    private static func url(_ path: String) -> NamedLicence {
        NamedLicence(CreativeCommonsURL.read("https://creativecommons.org/" + path))
    }
}
