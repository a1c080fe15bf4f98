internal import Canonical
internal import Provenance

/// A collecting society's right to license works, with those works, as the operator's file records it.
struct Mandate: Sendable {
    let id: String
    let society: String
    let kind: MandateMatch.Kind
    /// Out of `training`, `rag`, `output`.
    let rights: Set<String>
    let internalOnly: Bool
    let territories: [String]
    let from: Timestamp
    let to: Timestamp?
    let tariff: String
    let works: [RepertoireWork]
    let optOuts: [(scope: GroundScope, from: Timestamp)]
    let file: String
    let line: Int

    init(_ node: ConfigNode) throws(ConfigError) {
        let map = try node.map([
            "id", "society", "kind", "rights", "internal_use_only", "territories", "from", "to", "tariff", "repertoire",
            "opt_outs",
        ])
        (file, line) = (node.file, node.line)
        id = try node.due("id", in: map).identifier()
        society = try node.due("society", in: map).filledText()
        kind = try node.due("kind", in: map).oneOf(MandateMatch.Kind.self)
        var rights: Set<String> = []
        for item in try node.due("rights", in: map).list() {
            rights.insert(try item.choice(["training", "rag", "output"]))
        }
        self.rights = rights
        internalOnly = try map["internal_use_only"]?.bool() ?? false
        territories = try node.due("territories", in: map).strings()
        from = try node.due("from", in: map).time()
        to = try map["to"].map { (node) throws(ConfigError) in try node.time() }
        if let to, to <= from { throw node.fault("mandate \(id) ends (\(to)) before it begins (\(from))") }
        tariff = try node.due("tariff", in: map).filledText()
        var works: [RepertoireWork] = []
        for item in try node.due("repertoire", in: map).list() { works.append(try RepertoireWork(item, mandate: id)) }
        self.works = works
        var optOuts: [(scope: GroundScope, from: Timestamp)] = []
        for item in try map["opt_outs"]?.list() ?? [] {
            let map = try item.map(["covers", "from"])
            optOuts.append((try GroundScope(item.due("covers", in: map)), try item.due("from", in: map).time()))
        }
        self.optOuts = optOuts
    }

    var isForTraining: Bool { rights.contains("training") }

    var reach: MandateReach {
        MandateReach(from: from, to: to, territories: Set(territories), rights: rights)
    }

    /// What is wrong with it beside others.
    func fault(_ problem: String) -> ConfigError {
        ConfigError(file: file, line: line, key: "mandates", problem: problem)
    }

    func fits(_ profile: UseProfile) -> Bool {
        let places = profile.placeOfCopying + profile.market
        return isForTraining && !(internalOnly && profile.commercial) && places.allSatisfy(territories.contains)
            && [.pretrain, .finetune, .eval].contains(profile.purpose)
    }
}
