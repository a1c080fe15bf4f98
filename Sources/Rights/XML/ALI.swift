internal import Markup

/// Access and licence indicators: a licence with the day it begins, and free access with its days.
///
/// Source: NISO RP-22-2021, read 2026-11-24. Of several licences in force the recommendation prefers none that its text
/// would let us tell, so they must agree.
enum ALI: XMLVocabulary {
    static let namespaces: Set<String> = [
        "http://www.niso.org/schemas/ali/1.0/", "http://www.niso.org/schemas/ali/1.0",
        "https://www.niso.org/schemas/ali/1.0/",
    ]

    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? { nil }

    static func read(_ index: Int, into scan: inout XMLScan) {
        let element = scan.input.element(index)
        var form = XMLScan.Form(carrier: .ali)
        form.start = element["start_date"]
        form.end = element["end_date"]
        if let version = element["specific-use"] ?? element["applies_to"] ?? element["content-type"] {
            form.notes = ["applies to " + version]
        }
        switch element.name.local {
        case "license_ref": scan.addLicence(scan.value(of: index), at: index, form)
        case "free_to_read": scan.addAccess(.free, at: index, form)
        default: break
        }
    }
}
