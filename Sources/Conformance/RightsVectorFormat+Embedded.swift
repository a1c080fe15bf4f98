internal import Canonical
internal import Rights

extension RightsVectorFormat {
    static let embeddedReadings: [String: Reading] = [
        "plus.datamining": dataMining, "c2pa.training-mining": trainingMining, "xmp.rights": xmpRights,
    ]

    @Sendable private static func dataMining(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let mining = try miningValue(input)
        let use = try use(input)
        return .fields([
            "value": .text(orNull: mining?.value),
            "decision": .string((mining?.answer(for: use) ?? .noStatement).rawValue),
            "see": .text(orNull: mining?.see),
        ])
    }

    /// Nil if the packet does not speak of mining.
    private static func miningValue(_ input: VectorRow) throws(VectorFault) -> PLUSDataMining? {
        for key in ["value", "label", "text"] {
            if let text = input[key]?.string { return PLUSDataMining(text) }
        }
        return EmbeddedVectorFormat.mining(in: XMP(try input.bytes("xmp")))
    }

    /// What a row means to do. The vocabularies tell four uses apart; rows may call them by other words.
    private static func use(_ input: VectorRow) throws(VectorFault) -> PLUSDataMining.Use {
        guard let word = input["use"]?.string else { return .generativeTraining }
        if let use = PLUSDataMining.Use(rawValue: word) { return use }
        let others: [String: PLUSDataMining.Use] = [
            "training": .generativeTraining, "train": .generativeTraining, "llm-training": .generativeTraining,
            "text-training": .generativeTraining, "generative": .generativeTraining, "ai-train": .generativeTraining,
            "nongenerative-training": .nonGenerativeTraining, "non-gen-training": .nonGenerativeTraining,
            "train-nongen": .nonGenerativeTraining, "ml-training": .nonGenerativeTraining,
            "non-generative": .nonGenerativeTraining, "non-gen-ml": .nonGenerativeTraining,
            "non-generative-ml": .nonGenerativeTraining, "search": .searchIndex, "index": .searchIndex,
            "search-indexing": .searchIndex, "data-mining": .mining, "tdm": .mining,
        ]
        guard let use = others[word] else { throw VectorFault("`\(word)` is no use that is known") }
        return use
    }

    @Sendable private static func trainingMining(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let assertions = try EmbeddedVectorFormat.assertions(input)
        if input["use"]?.string?.contains("inference") ?? false {
            return .fields(["decision": .string(strictest(assertions.map(\.inference)).rawValue)])
        }
        let use = try use(input)
        return .fields(["decision": .string(strictest(assertions.map { $0.answer(for: use) }).rawValue)])
    }

    static func strictest(_ answers: [TrainingMining.Answer]) -> TrainingMining.Answer {
        let order: [TrainingMining.Answer] = [.deny, .conditional, .allow]
        return order.first(where: answers.contains) ?? .noStatement
    }

    @Sendable private static func xmpRights(_ input: VectorRow) throws(VectorFault) -> JSONValue {
        let rights = XMPRights(XMP(try input.bytes("xmp")))
        let licence = (rights.licences + [rights.webStatement].compactMap { $0 }).compactMap(CreativeCommons.parse)
            .first
        return .fields([
            "marked": .string(rights.mark.rawValue), "webStatement": .text(orNull: rights.webStatement),
            "usageTerms": .text(orNull: rights.usageTerms), "owner": .text(orNull: rights.owners.first),
            "owners": .texts(rights.owners), "certificate": .text(orNull: rights.certificate),
            "rights": .text(orNull: rights.rights), "dcRights": .text(orNull: rights.rights),
            "licence": .text(orNull: licence?.id), "unit": .text(orNull: licence?.unit),
            "version": .text(orNull: licence?.version), "category": .text(orNull: licence?.category),
            "ccLicense": .text(orNull: rights.licences.first),
            "attributionURL": .text(orNull: rights.attributionURL),
            "attributionName": .text(orNull: rights.attributionName),
            "conflict": .bool(rights.isContradictory(try Tables.shared().licences)),
        ])
    }
}
