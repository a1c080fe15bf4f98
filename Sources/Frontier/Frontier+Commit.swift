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
            for (host, delay) in commit.crawlDelays { try writer.setCrawlDelay(host, delay) }
            for (host, reason) in commit.closedHosts { try writer.setClosed(host, reason) }
            for update in commit.updates { try writer.apply(update) }
            for found in commit.found { try writer.admit(found) }
            for file in commit.siteFiles { try SiteFileRow.put(file, db) }
            for (key, value) in commit.notes { try writer.setNote(key, value) }
            if let segment = commit.segment { try SegmentRow.grow(segment, db) }
            try writer.finish()
            return writer.admissions
        }
        forget(commit.updates)
        return admissions
    }

    /// Lets go of what is now in the store. Hosts that somebody still works on stay.
    private func forget(_ updates: [URLUpdate]) {
        let done = Set(updates.map(\.id))
        var kept: [String: HostMemory] = [:]
        for var host in hosts.values {
            host.taken.subtract(done)
            guard host.isBusy || !host.taken.isEmpty else { continue }
            host.isDirty = false
            host.window = []
            kept[host.name] = host
        }
        hosts = kept
        heap.removeAll()
        cursor = (.min, .min)
    }
}
