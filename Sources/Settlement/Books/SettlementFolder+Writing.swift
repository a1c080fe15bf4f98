internal import Canonical
internal import Glibc
public import Shards

extension SettlementFolder {
    /// Writes everything that follows from an allocation, and copies of the files it rests on.
    ///
    /// It is made beside its place, under the name with `.open` behind it, and given its name when it is whole: whoever is
    /// stopped in between leaves nothing under that name.
    ///
    /// - Throws: ``SettlementError`` with code `closed` for a folder that holds anything: what was settled once stays as it
    ///   is, whoever takes its seal away; a shard's error if the folder cannot be written.
    public func write(
        _ allocation: Allocation, pool: String, usage: String, shares: String, filings: String? = nil
    ) throws -> [Payment] {
        guard !isClosed else {
            throw SettlementError(
                .closed, "\(path) is closed and stays as it is; correct it by adjustments in the next period's pool")
        }
        guard try names(in: "").isEmpty else {
            throw SettlementError(.closed, "\(path) holds files already, which stay as they are; name another folder")
        }
        let payments = try Payment.all(allocation)
        let place = Self.place(path)
        let above = PathText.folder(of: place)
        if !above.isEmpty { try OutputFile.makeFolder(above) }
        let turn = try turn()
        defer { withExtendedLifetime(turn) {} }
        let open = SettlementFolder(place + ".open")
        try open.clear()
        try open.fill(allocation, payments, (pool, usage, shares, filings))
        guard rename(open.path, place) == 0 else {
            let reason = String(cString: strerror(errno))
            throw SettlementError(
                .closed, "\(path) cannot be given its name: \(reason); what was settled lies whole in \(open.path)")
        }
        try OutputFile.syncFolder(above)
        return payments
    }

    /// Keeps other commands from writing here at the same time, for as long as it is held.
    ///
    /// - Throws: A ``LockError`` that says who is writing.
    public func turn() throws -> RunLock {
        let place = Self.place(path)
        let above = PathText.folder(of: place)
        return try RunLock(folder: above.isEmpty ? "." : above, name: ".\(PathText.name(of: place)).lock")
    }

    /// The settled pool that a file would be a part of; nil for one that stands by itself.
    public static func holding(_ file: String) -> String? {
        let above = PathText.folder(of: file)
        let folder = place(above.isEmpty ? "." : above)
        let candidates = PathText.name(of: folder) == inputsName ? [PathText.folder(of: folder), folder] : [folder]
        return candidates.first { place in
            [summaryName, sealName].contains { OutputFile.exists("\(place)/\($0)") }
        }
    }

    /// Without slashes at its end; of a folder that is there already, where it really is.
    private static func place(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        var place = path
        while place.count > 1, place.hasSuffix("/") { place.removeLast() }
        return place
    }

    private func fill(
        _ allocation: Allocation, _ payments: [Payment],
        _ sources: (pool: String, usage: String, shares: String, filings: String?)
    ) throws {
        try OutputFile.makeFolder("\(path)/\(Self.inputsName)")
        for (name, source) in [
            ("pool.yaml", sources.pool), ("usage.tsv", sources.usage),
            (ShareForm(sources.shares).copyName, sources.shares),
        ] { try OutputFile.copy(source, to: "\(path)/\(Self.inputsName)/\(name)") }
        try OutputFile.replace(filingsPath, with: try sources.filings.map { try OutputFile.read($0) } ?? [])
        for (name, write) in Self.files(allocation, payments) {
            try OutputFile.replace("\(path)/\(name)") { (put: OutputFile.Put) throws(ShardError) in try write(put) }
        }
        let form = SettlementForm(rules: allocation.rules, hasFilings: true)
        try OutputFile.replace("\(path)/\(Self.summaryName)", with: try summary(allocation, form))
    }

    /// Takes away what a run that was stopped left here, and nothing else.
    private func clear() throws {
        let own = Set(Self.fileNames + [Self.summaryName])
        let inputs = Set(ShareForm.all.map(\.copyName) + ["pool.yaml", "usage.tsv", "filings.jsonl"])
        for (folder, known) in [(Self.inputsName, inputs), ("", own)] {
            for name in try names(in: folder) where !(folder.isEmpty && name == Self.inputsName) {
                let plain = name.hasSuffix(".open") ? String(name.dropLast(5)) : name
                let file = folder.isEmpty ? "\(path)/\(name)" : "\(path)/\(folder)/\(name)"
                guard known.contains(plain), FileKind(file) == .file else {
                    throw SettlementError(
                        .closed, "\(file) is in the way and is no file that a stopped run left; take \(path) away")
                }
                try OutputFile.remove(file)
            }
        }
    }
}
