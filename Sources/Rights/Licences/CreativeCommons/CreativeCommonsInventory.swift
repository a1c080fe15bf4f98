/// Which licences of Creative Commons were ever published: unit by version by port.
///
/// Source: the licence inventory of creativecommons/cc.licenserdf, read 2026-11-23.
enum CreativeCommonsInventory {
    static let units: Set<String> = Set(six + ["by-nd-nc"] + withoutAttribution + Array(single.keys))

    /// The ports of a unit in a version, with `""` for the licence without one; nil if there is no such licence.
    static func ports(unit: String, version: String) -> Set<String>? {
        if let own = single[unit] { return own.version == version ? own.ports : nil }
        if six.contains(unit) { return unit == "by-nc-nd" && version == "1.0" ? firstPorts(unit) : common[version] }
        if unit == "by-nd-nc" || withoutAttribution.contains(unit) {
            if version == "1.0" { return firstPorts(unit) }
            return version == "2.0" ? ["jp"] : nil
        }
        return nil
    }

    private static func firstPorts(_ unit: String) -> Set<String> {
        unit.hasPrefix("by") ? ["", "fi", "il", "nl"] : ["", "fi", "nl"]
    }

    private static let six = ["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"]
    private static let withoutAttribution = ["sa", "nd", "nc", "nc-sa", "nd-nc"]

    private static let single: [String: (version: String, ports: Set<String>)] = [
        "devnations": ("2.0", [""]),
        "sampling": ("1.0", ["", "br", "tw"]),
        "sampling+": ("1.0", ["", "br", "de", "tw"]),
        "nc-sampling+": ("1.0", ["", "tw"]),
    ]

    private static let common: [String: Set<String>] = [
        "4.0": [""],
        "3.0": ported(
            "at au br ch cl cn cr cz de ec ee eg es fr gr gt hk hr ie igo it lu nl no nz ph pl pr pt ro rs sg th tw ug us ve vn za"
        ),
        "2.5": ported(
            "ar au bg br ca ch cn co dk es hr hu il in it mk mt mx my nl pe pl pt scotland se si tw za"),
        "2.1": ["au", "es", "jp"],
        "2.0": ported("at au be br ca cl de es fr hr it jp kr nl pl tw uk za"),
        "1.0": ["", "fi", "il", "nl"],
    ]

    private static func ported(_ ports: String) -> Set<String> {
        Set(ports.split(separator: " ").map(String.init) + [""])
    }
}
