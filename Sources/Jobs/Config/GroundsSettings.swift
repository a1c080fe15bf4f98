public import Canonical
internal import Licensing

/// `grounds`: the operator's files of lists, contracts, notices, mandates, works and clusters.
public struct GroundsSettings: Hashable, Sendable {
    private let files: [String: String]

    public init(_ node: ConfigNode?, folder: String) throws(ConfigError) {
        let keys = try node?.map(OperatorGrounds.Kind.allCases.map(\.rawValue)) ?? [:]
        var files: [String: String] = [:]
        for (key, value) in keys { files[key] = RunConfig.resolve(try value.string(), in: folder) }
        self.files = files
    }

    /// Reads and checks all that are named.
    ///
    /// - Throws: ``ConfigError`` with file, line and key.
    func read() throws(ConfigError) -> OperatorGrounds {
        var grounds = OperatorGrounds()
        for kind in OperatorGrounds.Kind.allCases {
            guard let path = files[kind.rawValue] else { continue }
            let text = try SettingsFile.text(path, advice: "name the file with grounds.\(kind.rawValue)")
            let node = try kind == .mandates ? RepertoireFile.read(text, file: path) : ConfigNode.read(text, file: path)
            try grounds.add(kind, node)
        }
        return grounds
    }
}
