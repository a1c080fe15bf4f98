public import Provenance

/// A licence or dedication of Creative Commons, as its URL names it.
///
/// Source: creativecommons/cc-legal-tools-app `urls.py` and the inventory of cc.licenserdf, read 2026-11-23.
public struct CreativeCommons: Hashable, Sendable {
    /// The first part of the path: `licenses` or `publicdomain`.
    public let category: String
    /// `by-nc-sa`, `zero`, `sampling+` …, in lower case, as the URL has it.
    public let unit: String
    /// `4.0`; empty for the one dedication that has none.
    public let version: String
    /// The port: `de`, `igo`, `scotland`; nil for none.
    public let jurisdiction: String?

    /// The legal tool a URL names, also one with more behind it; nil for every other URL, also of the same host.
    ///
    /// What stands behind the address of a licence leads nowhere or elsewhere: such a link licenses no page.
    public static func parse(_ url: String) -> CreativeCommons? {
        switch CreativeCommonsURL.read(url) {
        case .tool(let tool), .embellished(let tool): tool
        default: nil
        }
    }

    /// The canonical URL of the deed, without `deed` or `legalcode`.
    public var url: String {
        let parts = [category, unit, version, jurisdiction ?? ""].filter { !$0.isEmpty }
        return "https://creativecommons.org/" + parts.joined(separator: "/") + "/"
    }

    /// The stable id of the licence family; `by-nd-nc` of version 1.0 is `cc-by-nc-nd`.
    public var id: String {
        switch unit {
        case "zero": "cc0"
        case "mark": "pdm"
        case "certification": "cc-pd-certification"
        case "publicdomain": "cc-pddc"
        case "by-nd-nc": "cc-by-nc-nd"
        case "sampling+": "cc-sampling-plus"
        case "nc-sampling+": "cc-nc-sampling-plus"
        default: "cc-" + unit
        }
    }

    public var reference: LicenceReference {
        LicenceReference(id: id, url: url, version: version, jurisdiction: jurisdiction ?? "")
    }

    private func has(_ element: String) -> Bool {
        category == "licenses" && unit.split(separator: "-").contains { $0 == element }
    }

    public var requiresAttribution: Bool { has("by") || unit.hasSuffix("sampling") || unit.hasSuffix("sampling+") }
    public var requiresShareAlike: Bool { has("sa") }
    public var allowsCommercialUse: Bool { !has("nc") && unit != "devnations" }
    /// The published descriptions of the Scottish port grant no derivative works either; they are taken at their word.
    public var allowsDerivatives: Bool { !has("nd") && jurisdiction != "scotland" }

    /// The day it was retired (`2007-06-04`); works released under it stay under it. Nil if it is still offered.
    public var retired: String? {
        switch (unit, version) {
        case ("devnations", _), ("sampling", _): "2007-06-04"
        case ("sampling+", _), ("nc-sampling+", _): "2011-09-09"
        case ("publicdomain", _): "2010-10-05"
        case ("sa", "1.0"), ("nd", "1.0"), ("nc", "1.0"), ("nc-sa", "1.0"), ("nd-nc", "1.0"): "2004-05-25"
        default: nil
        }
    }

    /// What it asks, in a fixed order: `attribution`, `nc`, `nd`, `sa`, `high-income-nation-use-prohibited`,
    /// `retired:<day>`.
    public var flags: [String] {
        var flags: [String] = []
        if requiresAttribution { flags.append("attribution") }
        if has("nc") { flags.append("nc") }
        if has("nd") { flags.append("nd") }
        if has("sa") { flags.append("sa") }
        if unit == "devnations" { flags.append("high-income-nation-use-prohibited") }
        if let retired { flags.append("retired:" + retired) }
        return flags
    }
}
