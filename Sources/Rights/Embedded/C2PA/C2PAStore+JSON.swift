public import Canonical

extension C2PAStore {
    /// Reads a store, a manifest or the definition of one written as JSON, as the tools of C2PA write and take them.
    public init(json: JSONValue) {
        self.init()
        if let named = json["manifests"]?.members {
            manifests = named.map { Self.manifest($0.value, label: $0.key) }
            let active = json["active_manifest"]?.string
            self.active = active.flatMap { label in manifests.firstIndex { $0.label == label } }
            // Without the name of the one in force, every one is.
            if self.active == nil, let last = manifests.indices.last { self.active = last }
            if active == nil || self.active.map({ manifests[$0].label != active }) ?? true { isWhole = false }
        } else if json["assertions"] != nil {
            manifests = [Self.manifest(json, label: json["label"]?.string ?? "")]
            active = 0
        } else {
            isWhole = false
        }
        if manifests.contains(where: { !$0.isWhole }) { isWhole = false }
    }

    private static func manifest(_ json: JSONValue, label: String) -> C2PAManifest {
        let isSigned = json["signature_info"] != nil || json["signature"] != nil
        var manifest = C2PAManifest(label: label, signature: isSigned ? .unverified : .absent)
        guard let assertions = json["assertions"] else { return manifest }
        guard let items = assertions.array else {
            manifest.isWhole = false
            return manifest
        }
        for item in items {
            guard let label = item["label"]?.string, TrainingMining.isLabel(label) else { continue }
            let mining = TrainingMining(label: label, json: item["data"] ?? item)
            if !mining.isWhole { manifest.isWhole = false }
            manifest.assertions.append(
                .init(
                    mining: mining, isWhole: mining.isWhole, offset: -1, bytes: Array(item.canonicalBytes.prefix(1024)))
            )
        }
        return manifest
    }
}
