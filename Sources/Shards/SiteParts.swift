internal import Canonical
internal import Foundation

/// What a store says of its own parts, so that one that is taken away is missed.
///
/// A survey keeps `sites/parts.json`; a finished crawl or filter seals its parts in `manifest.json`. Parts that neither
/// names are read too: what is there in addition can only be told, not denied.
enum SiteParts {
    private static func path(_ folder: String) -> String { folder + "/parts.json" }

    /// Refuses a store that lacks a part it names, or has another in its place.
    ///
    /// - Parameter folder: a `sites/` folder.
    static func check(_ folder: String) throws(ShardError) {
        for (part, digest) in try due(folder) {
            guard try OutputFile.digest(part).digest == digest else {
                throw ShardError(path: part, problem: "is not the part that was written; restore it")
            }
        }
    }

    /// The parts that the store names, in order, every one of which is there.
    static func due(_ folder: String) throws(ShardError) -> [(part: String, digest: Digest)] {
        var due = try listed(folder)
        due.merge(try sealed(folder + "/../manifest.json")) { digest, _ in digest }
        let parts = due.sorted { $0.key < $1.key }.map { (part: folder + "/" + $0.key, digest: $0.value) }
        guard let missing = parts.first(where: { FileKind($0.part) != .file }) else { return parts }
        throw ShardError(path: missing.part, problem: "is missing, and the store names it; restore the part")
    }

    /// Writes down every part that is there and is not yet named.
    static func note(_ folder: String) throws(ShardError) {
        var parts = try listed(folder)
        for name in try names(folder) where parts[name] == nil {
            parts[name] = try OutputFile.digest(folder + "/" + name).digest
        }
        let members = parts.map { JSONValue.Member($0.key, .string($0.value.hex)) }.sorted { $0.key < $1.key }
        let json = JSONValue.object([.init("format", .integer(1)), .init("parts", .object(members))])
        try OutputFile.replace(path(folder), with: json.canonicalBytes + [0x0A])
    }

    /// The names of the parts in a folder, in order.
    static func names(_ folder: String) throws(ShardError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".jsonl") || $0.hasSuffix(".jsonl.zst") }.sorted()
        } catch {
            throw ShardError(path: folder, problem: "is no folder of site files")
        }
    }

    private static func listed(_ folder: String) throws(ShardError) -> [String: Digest] {
        let path = path(folder)
        guard OutputFile.exists(path) else { return [:] }
        let value = try json(path)
        guard let members = value["parts"]?.members else { throw ShardError(path: path, problem: "parts are due") }
        var parts: [String: Digest] = [:]
        for member in members {
            guard let digest = member.value.string.flatMap({ Digest($0) }), !member.key.contains("/") else {
                throw ShardError(path: path, problem: "\(member.key): a name and its digest are due")
            }
            parts[member.key] = digest
        }
        return parts
    }

    private static func sealed(_ path: String) throws(ShardError) -> [String: Digest] {
        guard OutputFile.exists(path) else { return [:] }
        guard let inputs = try json(path)["inputs"]?.array else {
            throw ShardError(path: path, problem: "inputs are due")
        }
        var parts: [String: Digest] = [:]
        for input in inputs {
            do throws(RowError) {
                for part in try InputSeal(json: input).parts {
                    parts["\(part.name).jsonl.zst"] = part.seals[.sites]?.file
                }
            } catch {
                throw ShardError(path: path, problem: "\(error)")
            }
        }
        return parts
    }

    private static func json(_ path: String) throws(ShardError) -> JSONValue {
        let bytes = try OutputFile.read(path)
        do { return try JSONReader.read(bytes) } catch { throw ShardError(path: path, problem: "\(error)") }
    }
}
