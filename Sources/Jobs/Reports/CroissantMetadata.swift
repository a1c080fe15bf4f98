internal import Canonical
internal import Shards

/// Croissant metadata of the documents, with the vocabulary for responsible AI.
///
/// Source: Croissant Format Specification 1.1 and Croissant RAI 1.0, MLCommons, read 2026-11-30 as `mlcroissant` 1.1.1
/// implements them, which must take what is written here.
struct CroissantMetadata {
    let context: ReportContext

    private static func text(_ value: String) -> JSONValue { .string(value) }
    private static func reference(_ id: String) -> JSONValue { .object([.init("@id", .string(id))]) }

    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("@context", Self.vocabulary), .init("@type", .string("sc:Dataset")),
            .init(
                "conformsTo",
                .array([
                    .string("http://mlcommons.org/croissant/1.1"), .string("http://mlcommons.org/croissant/RAI/1.0"),
                ])), .init("name", .string(context.name)), .init("description", .string(description)),
            .init("version", .string("1.0.\(context.facts.recalls)")),
            .init("datePublished", .string(context.at.description)),
            .init("dateCreated", .string(context.at.description)), .init("isLiveDataset", .bool(false)),
            .init("license", .array(licences.map { .string($0) })),
            .init("inLanguage", .array(languages.map { .string($0) })),
            .init("citeAs", .string("\(context.name), manifest sha256:\(context.manifest.hex)")),
            .init("distribution", .array(distribution)), .init("recordSet", .array([recordSet])),
        ]
        if let url = context.url { members.append(.init("url", .string(url))) }
        if let publisher = context.publisher {
            let party = JSONValue.object([
                .init("@type", .string("sc:Organization")), .init("name", .string(publisher)),
            ])
            members += [.init("creator", party), .init("publisher", party)]
        }
        return .object(members + responsibility)
    }

    private var description: String {
        "Texts of \(context.facts.documents.documents) web pages, decided under \(context.packs.joined(separator: ", ")). Every document names its basis, its obligations and the digest of its evidence."
    }

    /// What licences the pages state, then bases that are none.
    private var licences: [String] {
        let others = context.facts.bases.keys.filter { !$0.contains("=open.") }.map { "basis: \($0)" }
        let all = context.facts.licences.values.reduce(into: Set<String>()) { $0.formUnion($1.map(\.url)) }
        let named = (all.sorted() + others.sorted()).filter { !$0.isEmpty }
        return named.isEmpty ? ["none: there are no documents"] : named
    }

    private var languages: [String] { context.facts.languages.keys.filter { $0 != "not declared" }.sorted() }

    private var distribution: [JSONValue] {
        let files = context.files.map { file in
            JSONValue.object([
                .init("@id", .string(file.path)), .init("@type", .string("cr:FileObject")),
                .init("name", .string(file.path)), .init("contentUrl", .string(file.path)),
                .init("contentSize", .string("\(file.seal.fileBytes) B")),
                .init("encodingFormat", .string("application/zstd")), .init("sha256", .string(file.seal.file.hex)),
            ])
        }
        let rows = JSONValue.object([
            .init("@id", .string("rows")), .init("@type", .string("cr:FileSet")), .init("name", .string("rows")),
            .init("containedIn", .array(context.files.map { Self.reference($0.path) })),
            .init("encodingFormat", .string("application/jsonlines")), .init("includes", .string("*.jsonl")),
        ])
        return files + [rows]
    }

    private static let fields = [
        ("id", "sc:Text"), ("text", "sc:Text"), ("source", "sc:Text"), ("added", "sc:DateTime"),
        ("created", "sc:DateTime"), ("metadata.url", "sc:URL"), ("metadata.title", "sc:Text"),
        ("metadata.basis", "sc:Text"), ("metadata.obligations", "sc:Text"), ("metadata.partition", "sc:Text"),
        ("metadata.attribution", "sc:Text"), ("metadata.licence_url", "sc:Text"), ("metadata.language", "sc:Text"),
        ("metadata.evidence_digest", "sc:Text"), ("metadata.document_key", "sc:Text"),
        ("metadata.text_bytes", "sc:Integer"),
    ]

    private var recordSet: JSONValue {
        let fields = Self.fields.map { path, type in
            JSONValue.object([
                .init("@id", .string("documents/\(path)")), .init("@type", .string("cr:Field")),
                .init("name", .string("documents/\(path)")),
                .init("description", .string("see docs/formats/document.md")),
                .init("dataType", .string(type)),
                .init(
                    "source",
                    .object([
                        .init("fileSet", Self.reference("rows")),
                        .init("extract", .object([.init("jsonPath", .string("$.\(path)"))])),
                    ])),
            ])
        }
        return .object([
            .init("@id", .string("documents")), .init("@type", .string("cr:RecordSet")),
            .init("name", .string("documents")), .init("field", .array(fields)),
            .init("key", Self.reference("documents/id")),
        ])
    }

    private var responsibility: [JSONValue.Member] {
        let facts = context.facts
        let left = facts.considered - facts.documents.documents
        var members: [JSONValue.Member] = [
            .init(
                "rai:dataCollection",
                .string(
                    context.isCrawl
                        ? "crawled as \(context.agent); robots.txt and other reservations were read before fetch and use"
                        : "filtered from web archives made by others; reservations were read as the archives and site evidence hold them"
                )), .init("rai:dataCollectionType", .array([.string("Web Scraping")])),
            .init(
                "rai:dataCollectionMissingData",
                .string(
                    "\(left) of \(facts.considered) pages considered are not in it: \(ReportContext.list(facts.reasons))"
                )),
            .init(
                "rai:dataCollectionRawData",
                .string("\(facts.captured) captures; what was found in each stands in evidence/")),
            .init(
                "rai:dataPreprocessingProtocol",
                .array([.string("main text is extracted from pages; no text is changed otherwise")])),
            .init(
                "rai:dataManipulationProtocol",
                .string(
                    "documents are taken out when an objection comes to cover them; \(facts.recalled.documents) so far")
            ),
            .init("rai:personalSensitiveInformation", .array([.string(ReportField.missing("no detector was run"))])),
            .init(
                "rai:dataLimitations",
                .array([.string("languages are as pages declare them; nobody classified contents")])),
        ]
        if let first = facts.firstFetched, let last = facts.lastFetched {
            members.append(
                .init("rai:dataCollectionTimeframe", .array([.string(first.description), .string(last.description)])))
        }
        return members
    }

    private static let vocabulary: JSONValue = {
        func typed(_ id: String, _ type: String) -> JSONValue {
            .object([.init("@id", .string(id)), .init("@type", .string(type))])
        }
        let own = [
            "arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "extract", "field", "fileProperty",
            "fileObject", "fileSet", "format", "includes", "isArray", "isLiveDataset", "jsonPath", "key", "md5",
            "parentField", "path", "recordSet", "references", "regex", "repeated", "replace", "samplingRate",
            "separator", "source", "subField", "transform",
        ]
        let byLanguage = JSONValue.object([.init("@container", .string("@language"))])
        return .object(
            own.map { .init($0, .string("cr:\($0)")) } + [
                .init("@language", .string("en")), .init("@vocab", .string("https://schema.org/")),
                .init("conformsTo", .string("dct:conformsTo")), .init("cr", .string("http://mlcommons.org/croissant/")),
                .init("data", typed("cr:data", "@json")), .init("dataType", typed("cr:dataType", "@vocab")),
                .init("dct", .string("http://purl.org/dc/terms/")), .init("description", byLanguage),
                .init("examples", typed("cr:examples", "@json")), .init("name", byLanguage),
                .init("rai", .string("http://mlcommons.org/croissant/RAI/")),
                .init("sc", .string("https://schema.org/")),
            ])
    }()
}
