/// Labels of ASCII letters, digits, hyphens and symbols, such as `i❤`: no IDNA2008 name, but valid in UTS 46 and in
/// use.
///
/// Only what UTS 46 leaves as it is gets through: no letter beyond ASCII, no combining mark, no joiner. So neither the
/// mapping table, nor normalisation, nor the rules on joiners and direction can have a say. A label that mixes symbols
/// with other scripts stays refused.
///
/// Source: UTS 46, sections 4 and 7 (status `valid ; NV8`), read 2026-11-23.
enum SymbolLabel {
    static func toASCII(_ label: ArraySlice<UInt8>) -> [UInt8]? {
        var scalars: [Unicode.Scalar] = []
        for scalar in String(decoding: label, as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                scalars.append(Unicode.Scalar(ASCII.lowercased(UInt8(scalar.value))))
            } else if !scalar.properties.isVariationSelector {
                guard isStableSymbol(scalar) else { return nil }
                scalars.append(scalar)
            }
        }
        guard let encoded = Punycode.encode(scalars) else { return nil }
        return Array("xn--".utf8) + encoded
    }

    private static func isStableSymbol(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .otherSymbol, .mathSymbol, .currencySymbol, .modifierSymbol: break
        default: return false
        }
        // Ideographic description characters and the two replacement characters are symbols, yet disallowed.
        if (0x2FF0...0x2FFF).contains(scalar.value) || (0xFFFC...0xFFFD).contains(scalar.value) { return false }
        return !scalar.properties.changesWhenNFKCCaseFolded
    }
}
