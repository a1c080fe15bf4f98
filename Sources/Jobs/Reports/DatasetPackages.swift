internal import Canonical

/// SPDX of the documents: one dataset package for each basis, since a package has one concluded licence.
///
/// Source: SPDX 3.0.1, Dataset profile, read 2026-11-30. A basis that is no licence of SPDX's list is a `LicenseRef-`;
/// where pages state no licence, none is declared.
struct DatasetPackages {
    private static let info = "_:creation"

    let context: ReportContext

    private var base: String { "urn:muniment:\(context.manifest.hex):" }
    private var agent: String { base + "agent" }

    private func element(_ type: String, _ id: String, _ members: [JSONValue.Member]) -> JSONValue {
        .object(
            [
                .init("type", .string(type)), .init("spdxId", .string(base + id)),
                .init("creationInfo", .string(Self.info)),
            ] + members)
    }

    var json: JSONValue {
        let bases = context.facts.bases.keys.sorted()
        let profiles = JSONValue.array(["core", "software", "dataset", "simpleLicensing"].map { .string($0) })
        let packages = bases.enumerated().flatMap { package($1, $0) }
        let roots = JSONValue.array(bases.indices.map { .string("\(base)dataset-\($0)") })
        var graph: [JSONValue] = [
            .object([
                .init("@id", .string(Self.info)), .init("type", .string("CreationInfo")),
                .init("specVersion", .string("3.0.1")), .init("created", .string(context.at.description)),
                .init("createdBy", .array([.string(agent)])),
            ]),
            element(
                context.publisher == nil ? "SoftwareAgent" : "Organization", "agent",
                [.init("name", .string(context.publisher ?? "muniment"))]),
        ]
        graph += packages
        if !bases.isEmpty {
            graph.append(
                element(
                    "SpdxDocument", "document",
                    [
                        .init("name", .string(context.name)), .init("profileConformance", profiles),
                        .init("rootElement", roots),
                    ]))
        }
        return .object([
            .init("@context", .string("https://spdx.org/rdf/3.0.1/spdx-context.jsonld")),
            .init("@graph", .array(graph)),
        ])
    }

    private func package(_ basis: String, _ number: Int) -> [JSONValue] {
        let amount = context.facts.bases[basis] ?? RunFacts.Amount()
        let stated = (context.facts.licences[basis] ?? []).map { Self.expression($0) }
        let declared =
            stated.contains(nil) || stated.isEmpty
            ? nil : Set(stated.compactMap { $0 }).sorted().joined(separator: " AND ")
        let concluded =
            declared ?? "LicenseRef-"
            + String(basis.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" })
        var members: [JSONValue.Member] = [
            .init("name", .string("\(context.name): \(basis)")), .init("builtTime", .string(context.at.description)),
            .init("releaseTime", .string(context.at.description)), .init("originatedBy", .array([.string(agent)])),
            .init("software_primaryPurpose", .string("data")), .init("dataset_datasetType", .array([.string("text")])),
            .init("dataset_datasetSize", .integer(Int64(amount.bytes))),
            .init(
                "dataset_dataCollectionProcess",
                .string(context.isCrawl ? "crawled as \(context.agent)" : "filtered from web archives made by others")),
            .init("dataset_dataPreprocessing", .array([.string("main text extracted from pages")])),
            .init("dataset_hasSensitivePersonalInformation", .string("noAssertion")),
            .init(
                "comment",
                .string("\(amount.documents) documents whose metadata.basis is \(basis); size in bytes of text")),
            .init(
                "verifiedUsing",
                .array([
                    .object([
                        .init("type", .string("Hash")), .init("algorithm", .string("sha256")),
                        .init("hashValue", .string(context.manifest.hex)),
                        .init("comment", .string("of manifest.json, which names every file")),
                    ])
                ])),
        ]
        if let url = context.url { members.append(.init("software_downloadLocation", .string(url))) }
        return [
            element("dataset_DatasetPackage", "dataset-\(number)", members),
            element(
                "simplelicensing_LicenseExpression", "licence-\(number)",
                [.init("simplelicensing_licenseExpression", .string(concluded))]),
            relation("hasConcludedLicense", number, base + "licence-\(number)"),
            relation(
                "hasDeclaredLicense", number,
                declared == nil ? "expandedlicensing_NoAssertionLicense" : base + "licence-\(number)"),
        ]
    }

    private func relation(_ type: String, _ number: Int, _ target: String) -> JSONValue {
        element(
            "Relationship", "\(type)-\(number)",
            [
                .init("relationshipType", .string(type)), .init("from", .string("\(base)dataset-\(number)")),
                .init("to", .array([.string(target)])),
            ])
    }

    /// The licence's name in SPDX's list; nil for one that may not be in it.
    static func expression(_ licence: RunFacts.Licence) -> String? {
        guard licence.jurisdiction.isEmpty else { return nil }
        switch (licence.id, licence.version) {
        case ("cc0", "1.0"): return "CC0-1.0"
        case (let id, let version)
        where id.hasPrefix("cc-by") && ["1.0", "2.0", "2.5", "3.0", "4.0"].contains(version):
            return "\(id.uppercased())-\(version)"
        default: return nil
        }
    }
}
