internal import GRDB

extension Frontier {
    /// Due URLs, at most one per host, of hosts that nobody speaks to and whose delay has passed.
    ///
    /// - Returns: Fewer than `limit` if no more are ready; ask again at ``nextReady()``.
    /// - Complexity: O(log n) in the URLs known, per lease.
    public func lease(_ limit: Int, now: Int64) throws(FrontierError) -> [Lease] {
        var leases: [Lease] = []
        while leases.count < limit {
            if let host = takeReady(now) {
                if let lease = try takeURL(of: host, now: now) { leases.append(lease) }
            } else if try !loadReadyHosts(now, atLeast: limit - leases.count) {
                break
            }
        }
        return leases
    }

    /// Ends a lease. The host may be leased again when its delay has passed.
    ///
    /// The URL stays out of ``lease(_:now:)`` until its ``URLUpdate`` is committed, or at once becomes due again with
    /// `putBack`.
    ///
    /// - Parameter at: When the last request ended, milliseconds since 1970.
    public func finish(_ lease: Lease, _ report: HostReport, at: Int64, putBack: Bool = false) {
        guard var host = hosts[lease.host] else { return }
        if putBack {
            host.taken.remove(lease.id)
            host.window.removeAll()
        }
        end(&host, report, at)
    }

    /// Asks for a host outside the queue, such as for the next hop of a redirect or for a site file.
    ///
    /// Do not ask while holding a lease on another host: two that wait for each other never end.
    public func borrow(host name: String, now: Int64) throws(FrontierError) -> Borrowing {
        var host = try known(name)
        if host.isBusy { return .busy }
        if let reason = host.closed { return .closed(reason: reason) }
        let from = readiness(host)
        if from > now {
            hosts[name] = host
            return .notBefore(from)
        }
        host.isBusy = true
        hosts[name] = host
        return .granted(delay: host.delay(settings))
    }

    /// Gives back what ``borrow(host:now:)`` granted.
    public func giveBack(host name: String, _ report: HostReport, at: Int64) {
        guard var host = hosts[name] else { return }
        end(&host, report, at)
    }

    /// Sets what a host asks for between requests, by `Crawl-delay`, from now on; nil takes the wish back.
    public func setCrawlDelay(_ milliseconds: Int64?, host name: String) throws(FrontierError) {
        var host = try known(name)
        host.crawlDelay = milliseconds
        host.isDirty = true
        hosts[name] = host
    }

    /// When a host will next be ready, in milliseconds since 1970; nil if nothing is due, as far as is committed.
    public func nextReady() throws(FrontierError) -> Int64? {
        while let top = heap.first, hosts[top.host]?.readyAt != top.at { _ = heap.pop() }
        var stored = try nextStored()
        // What memory holds of a host goes before its row.
        while let row = stored, hosts[row["name"] as String] != nil {
            cursor = (row["ready_at"], row["id"])
            stored = try nextStored()
        }
        let other: Int64? = stored?["ready_at"]
        return [heap.first?.at, other].compactMap { $0 }.min()
    }
}

extension Frontier {
    private func nextStored() throws(FrontierError) -> Row? {
        try read("host") { [cursor] db in
            try Row.fetchOne(
                db.cachedStatement(
                    sql: "SELECT * FROM host WHERE (ready_at, id) > (?, ?) ORDER BY ready_at, id LIMIT 1"),
                arguments: [cursor.at, cursor.id])
        }
    }

    private func end(_ host: inout HostMemory, _ report: HostReport, _ at: Int64) {
        host.isBusy = false
        host.note(report, at: at, settings)
        queue(&host, at: readiness(host))
        hosts[host.name] = host
    }

    /// The first moment the host may be asked.
    func readiness(_ host: HostMemory) -> Int64 {
        max(host.nextAllowed, resumedAt.map { $0 + host.delay(settings) } ?? 0)
    }

    func queue(_ host: inout HostMemory, at: Int64) {
        host.readyAt = at
        heap.push(ReadyHeap.Entry(at: at, host: host.name))
    }

    private func takeReady(_ now: Int64) -> HostMemory? {
        while let top = heap.first, top.at <= now {
            _ = heap.pop()
            guard var host = hosts[top.host], host.readyAt == top.at, !host.isBusy else { continue }
            host.readyAt = nil
            hosts[top.host] = host
            let from = readiness(host)
            if from <= now { return host }
            queue(&host, at: from)
            hosts[top.host] = host
        }
        return nil
    }

    private func takeURL(of ready: HostMemory, now: Int64) throws(FrontierError) -> Lease? {
        var host = ready
        guard let id = host.id, host.closed == nil, host.captures + host.taken.count < settings.capturesPerHost else {
            return nil
        }
        if host.window.isEmpty { host.window = try candidates(host, id, now) }
        guard let next = host.window.popLast() else {
            if let due = try nextDue(host, id) { queue(&host, at: max(due, now + 1, readiness(host))) }
            hosts[host.name] = host
            return nil
        }
        let lease = try next.lease(host, hostID: id, delay: host.delay(settings))
        host.taken.insert(next.id)
        host.isBusy = true
        hosts[host.name] = host
        return lease
    }

    /// The next URLs of a host, first one last: what is scheduled and due, and what is queued, by priority and depth.
    private func candidates(_ host: HostMemory, _ id: Int64, _ now: Int64) throws(FrontierError) -> [Candidate] {
        // A commit empties the window every few seconds; a longer one would be read in vain.
        let length = 16
        let limit = length + host.taken.count
        let ofHost = "SELECT \(Candidate.columns) FROM url WHERE host = ?"
        let scheduled = ofHost + " AND state = 1 AND due <= ? ORDER BY due LIMIT ?"
        let queued = ofHost + " AND state = 0 ORDER BY priority, depth, id LIMIT ?"
        let rows = try read(host.name) { db in
            try Row.fetchAll(db.cachedStatement(sql: scheduled), arguments: [id, now, limit])
                + Row.fetchAll(db.cachedStatement(sql: queued), arguments: [id, limit])
        }
        var found = rows.map { Candidate($0) }.filter { !host.taken.contains($0.id) }
        found.sort { ($0.priority, $0.depth, $0.id) < ($1.priority, $1.depth, $1.id) }
        return found.prefix(length).reversed()
    }

    /// When the first scheduled URL that is not being worked on is due.
    private func nextDue(_ host: HostMemory, _ id: Int64) throws(FrontierError) -> Int64? {
        let rows = try read(host.name) { db in
            try Row.fetchAll(
                db.cachedStatement(sql: "SELECT id, due FROM url WHERE host = ? AND state = 1 ORDER BY due LIMIT ?"),
                arguments: [id, host.taken.count + 1])
        }
        return rows.first { !host.taken.contains($0["id"]) }?["due"]
    }

    /// - Returns: Whether any ready host was there that had not been looked at since the last commit.
    private func loadReadyHosts(_ now: Int64, atLeast count: Int) throws(FrontierError) -> Bool {
        let rows = try read("host") { [cursor] db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT * FROM host WHERE (ready_at, id) > (?, ?) AND ready_at <= ? ORDER BY ready_at, id LIMIT ?
                        """), arguments: [cursor.at, cursor.id, now, max(count, 64)])
        }
        for row in rows {
            cursor = (row["ready_at"], row["id"])
            let name: String = row["name"]
            if hosts[name] != nil { continue }
            var host = HostMemory(row)
            queue(&host, at: readiness(host))
            hosts[name] = host
        }
        return !rows.isEmpty
    }

    /// The host as memory has it, else as the store has it, else new.
    func known(_ name: String) throws(FrontierError) -> HostMemory {
        if let host = hosts[name] { return host }
        let row = try read(name) { db in
            try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM host WHERE name = ?"), arguments: [name])
        }
        return row.map { HostMemory($0) } ?? HostMemory(name: name)
    }
}
