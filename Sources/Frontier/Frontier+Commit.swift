internal import GRDB

extension Frontier {
    /// Makes everything in `commit` true, on disk, or nothing of it.
    ///
    /// Call it after the segment's files were flushed and synced to the lengths given.
    ///
    /// - Returns: What became of each found URL, counted.
    /// - Throws: ``FrontierError``; the store is then as it was before.
    @discardableResult
    public func commit(_ commit: SegmentCommit) throws(FrontierError) -> [Admission: Int] {
        let touched = hosts.values.filter { $0.isDirty }
        let admissions = try write("commit") { db in
            var writer = CommitWriter(db: db, settings: settings)
            for host in touched { try writer.put(host) }
            for (host, reason) in commit.closedHosts { try writer.setClosed(host, reason) }
            for host in commit.openedHosts { try writer.setClosed(host, nil) }
            for update in commit.updates { try writer.apply(update) }
            for found in commit.found { try writer.admit(found) }
            for file in commit.siteFiles { try SiteFileRow.put(file, db) }
            for (key, value) in commit.notes { try writer.setNote(key, value) }
            if let segment = commit.segment { try SegmentRow.grow(segment, db) }
            try writer.finish()
            return writer.admissions
        }
        try forget(commit.updates)
        return admissions
    }

    /// Lets go of what is now in the store. Hosts that somebody still works on stay.
    private func forget(_ updates: [URLUpdate]) throws(FrontierError) {
        let done = Set(updates.map(\.id))
        let before = hosts.values.sorted { $0.name < $1.name }
        hosts.removeAll()
        heap.removeAll()
        cursor = (.min, .min)
        for old in before {
            // Not `subtracting`, which looks at every URL of the commit for every host.
            let taken = old.taken.filter { !done.contains($0) }
            guard old.isBusy || !taken.isEmpty else { continue }
            var host = try known(old.name)
            (host.isBusy, host.taken) = (old.isBusy, taken)
            if !host.isBusy { queue(&host, at: readiness(host)) }
            hosts[host.name] = host
        }
    }
}
