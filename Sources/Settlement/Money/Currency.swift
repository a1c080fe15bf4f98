/// A currency by its code. Amounts are whole numbers of its smallest unit, never fractions.
///
/// Source: ISO 4217, list one (active codes), read 2026-11-29.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
    public let code: String
    /// Decimal digits of the smallest unit: 2 for most, 0 for the yen, 3 for some dinars.
    public let digits: Int

    /// - Throws: ``SettlementError`` with code `badInput` for a code that is not in the list.
    public init(_ code: String) throws(SettlementError) {
        guard Self.codes.contains(code) else {
            throw SettlementError(
                .badInput,
                "\(code) is no currency in use; three capital letters of ISO 4217 are due, such as EUR or CNY")
        }
        self.code = code
        digits = Self.exceptions[code] ?? 2
    }

    public var description: String { code }

    /// An amount as people write it: `8750.00 EUR`, `-3 JPY`.
    public func text(_ amount: Int64) -> String {
        let figures = String(amount.magnitude)
        let padded = String(repeating: "0", count: max(0, digits + 1 - figures.count)) + figures
        let whole = padded.dropLast(digits)
        let part = digits == 0 ? "" : "." + padded.suffix(digits)
        return "\(amount < 0 ? "-" : "")\(whole)\(part) \(code)"
    }

    private static let exceptions: [String: Int] = {
        var digits: [String: Int] = [:]
        for code in "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(separator: " ") {
            digits[String(code)] = 0
        }
        for code in "BHD IQD JOD KWD LYD OMR TND".split(separator: " ") { digits[String(code)] = 3 }
        for code in "CLF UYW".split(separator: " ") { digits[String(code)] = 4 }
        return digits
    }()

    private static let codes: Set<String> = Set(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
        CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD
        HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD
        MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
        PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD
        TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
