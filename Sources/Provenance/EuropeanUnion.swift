/// The European Union as a place that terms may name.
public enum EuropeanUnion {
    /// ISO 3166-1 alpha-2 codes of its member states. Source: Treaty on European Union, article 52, as of 2026-11-24.
    public static let members: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ]

    /// Whether a place in a list of terms (`US`, `EU`) takes in a country.
    public static func takesIn(_ place: String, _ country: String) -> Bool {
        place == country || (place == "EU" && members.contains(country))
    }
}
