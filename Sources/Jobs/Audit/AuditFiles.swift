internal import Canonical
internal import Shards

/// The files of an output as an audit meets them: reads, and writes down what is wrong.
struct AuditFiles {
    let output: String
    let log: AuditLog

    func path(_ file: String) -> String { output + "/" + file }

    /// All bytes of a small file; nil, and a fault, if it is not there or no file.
    func bytes(_ file: String) -> [UInt8]? {
        guard FileKind(path(file)) == .file else {
            log.add(.missing, file, "is missing, or is no file")
            return nil
        }
        do { return try OutputFile.read(path(file)) } catch {
            log.add(.unreadable, file, error.problem)
            return nil
        }
    }

    /// One value of canonical JSON and a line feed.
    func json(_ file: String) -> JSONValue? {
        guard let bytes = bytes(file) else { return nil }
        do {
            let value = try JSONReader.read(bytes)
            guard value.canonicalBytes + [0x0A] == bytes else {
                log.add(.changed, file, "is not canonical JSON and a line feed, as it was written")
                return nil
            }
            return value
        } catch {
            log.add(.unreadable, file, "is no JSON: \(error)")
            return nil
        }
    }

    /// Holds a file's bytes against the digest that names it.
    func check(_ file: String, _ digest: Digest, _ words: String) {
        guard FileKind(path(file)) == .file else {
            return log.add(.missing, file, "is missing: \(words)")
        }
        do {
            guard try OutputFile.digest(path(file)).digest != digest else { return }
            log.add(.digest, file, "does not have the digest it is named by: \(words)")
        } catch {
            log.add(.unreadable, file, error.problem)
        }
    }

    /// The names in a folder, which is listed once; none, and a fault, if it is not there.
    func names(_ folder: String) -> [String] {
        if let known = log.names[folder] { return known }
        var names: [String] = []
        do { try FolderWalk.each(path(folder)) { names.append($0) } } catch {
            log.add(.missing, folder, "is missing, or cannot be listed")
        }
        names.sort()
        // Blobs may be millions, and are looked at one by one.
        if names.count <= Self.mostKept { log.names[folder] = names }
        return names
    }

    /// Names of one folder that are kept.
    private static let mostKept = 10_000

    private static func words(_ name: String, in folder: String) -> String {
        if folder == Revisions.folder || name.contains(PartRevision.pending) {
            return
                "is of a recall that was cut short before it was done: nothing is taken out yet. Give the recall again; that clears this away, too"
        }
        return name.hasSuffix(".open")
            ? "was never finished: the command stopped while writing it; give that command again"
            : "is not of this output"
    }

    /// Whatever in a folder is not expected there.
    func foreign(in folder: String, expecting: (String) -> Bool) {
        for name in names(folder) where !expecting(name) {
            log.add(.foreign, folder.isEmpty ? name : "\(folder)/\(name)", Self.words(name, in: folder))
        }
    }
}
