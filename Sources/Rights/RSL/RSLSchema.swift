/// Which elements and attributes RSL's namespace has, and how often each may stand.
///
/// Source: RSL 1.0, section 3 and appendix A, as told by `skills/rsl/references/document.md` of
/// ScaleDockHQ/scaledock-skills, read 2026-11-24.
struct RSLSchema: Sendable {
    enum Occurrence: Sendable { case many, once, oncePerType }

    var required: Set<String> = []
    var optional: Set<String> = []
    var children: [String: Occurrence] = [:]

    static let elements: [String: RSLSchema] = [
        "rsl": RSLSchema(optional: ["max-age"], children: ["content": .many]),
        "content": RSLSchema(
            required: ["url"], optional: ["server", "encrypted", "lastmod"],
            children: [
                "license": .many, "alternate": .many, "schema": .once, "copyright": .once, "terms": .once,
            ]),
        "license": RSLSchema(children: [
            "permits": .oncePerType, "prohibits": .oncePerType, "payment": .once, "reporting": .many,
            "legal": .oncePerType,
        ]),
        "permits": RSLSchema(required: ["type"]),
        "prohibits": RSLSchema(required: ["type"]),
        "payment": RSLSchema(
            optional: ["type"], children: ["standard": .once, "custom": .once, "amount": .once, "accepts": .once]),
        "standard": RSLSchema(),
        "custom": RSLSchema(),
        "amount": RSLSchema(required: ["currency"]),
        "accepts": RSLSchema(required: ["type"]),
        "reporting": RSLSchema(required: ["type", "profile"], optional: ["endpoint"]),
        "legal": RSLSchema(required: ["type"]),
        "alternate": RSLSchema(optional: ["type"]),
        "schema": RSLSchema(optional: ["type"]),
        "copyright": RSLSchema(optional: ["type", "contactEmail", "contactUrl"]),
        "terms": RSLSchema(),
    ]
}
