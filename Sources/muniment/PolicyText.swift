internal import Canonical
internal import Foundation
internal import Jobs
internal import Licensing
internal import Provenance

/// Packs as a person or a program reads them.
enum PolicyText {
    /// A pack by its file or, of the settings' folder, by its id.
    static func pack(_ name: String, config: String?) throws -> Pack {
        if name.hasSuffix(".yaml") || name.contains("/") { return try file(name) }
        let packs = try PolicyRules.packs(RunConfig.read(path: SettingsFile.path(config)))
        guard let pack = packs.first(where: { $0.id == name }) else {
            throw JobError(.usage, "there is no pack \(name); known: \(packs.map(\.id).joined(separator: ", "))")
        }
        return pack
    }

    /// Parts lie beside the file, or in the folder of packs of the standard settings.
    static func file(_ path: String) throws -> Pack {
        let beside = PackFolder(beside: path)
        let standard = PackFolder(PathText.joined(PathText.folder(of: try SettingsFile.path(nil)), "packs"))
        return try Pack(SettingsFile.text(path, advice: "name a pack file"), file: path) { (name) throws(ConfigError) in
            if let part = try beside.part(name) { return part }
            return try standard.part(name)
        }
    }

    static func line(_ pack: Pack, isActive: Bool?) -> String {
        var members: [JSONValue.Member] = [
            .init("as_of", .string(pack.asOf)), .init("bases", .integer(Int64(pack.bases.count))),
            .init("digest", .string(pack.digest.hex)), .init("gates", .integer(Int64(pack.gates.count))),
            .init("id", .string(pack.id)), .init("kind", .string(pack.kind.rawValue)),
            .init("title", .string(pack.title)), .init("version", .string(pack.version)),
        ]
        if let isActive { members.append(.init("active", .bool(isActive))) }
        return String(decoding: JSONValue.object(members).canonicalBytes, as: UTF8.self)
    }

    static func of(_ pack: Pack) -> String {
        var lines = [
            "\(pack.id): \(pack.title)",
            "  version \(pack.version), as of \(pack.asOf), \(pack.kind.rawValue), \(pack.digest.hex)",
            "", "Gates, which no basis outvotes",
        ]
        for gate in pack.gates {
            let moments = gate.moments.map(\.rawValue).joined(separator: ", ")
            lines.append("  \(gate.id): \(gate.verdict.rawValue) at \(moments)")
            lines.append("    \(gate.source) (\(gate.kind.rawValue), as of \(gate.asOf))")
        }
        lines += ["", "Bases, in order of preference"]
        for basis in pack.bases {
            let due = basis.obligations.map(\.rawValue).joined(separator: " ")
            lines.append(
                "  \(basis.id): needs \(basis.conditions.joined(separator: ", "))\(due.isEmpty ? "" : "; obliges to \(due)")"
            )
            lines.append("    \(basis.source) (\(basis.kind.rawValue), \(basis.status.rawValue), as of \(basis.asOf))")
        }
        for rule in pack.otherSources {
            lines += ["  \(rule.rule)", "    \(rule.source) (\(rule.kind.rawValue), as of \(rule.asOf))"]
        }
        lines += ["", "Where nothing stands and nothing is in doubt: deny (\(pack.otherwise))"]
        return lines.joined(separator: "\n")
    }
}
