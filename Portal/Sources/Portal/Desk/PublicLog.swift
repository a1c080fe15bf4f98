internal import Canonical
internal import Ledger
internal import Registry
internal import Synchronization

/// The registry's log as everybody may read it: events, signed heads, proofs.
///
/// It follows the log as it grows, checks that every event follows the one before it, and signs a head only if the log goes
/// on from the last head that was ever signed.
final class PublicLog: Sendable {
    private struct State {
        var tree = LogTree()
        var previous = Digest(of: [])
        /// The last head signed by anybody before; nil once the log was compared with it.
        var known: Checkpoint?
        var isKnownRead = false
        var head: Checkpoint?
        var signedAt = Timestamp(seconds: .min)
        /// How many events of notices there were; a change tells that notices must be read again.
        var notices = 0
    }

    private static let batch = 4096
    private let desk: StoreDesk
    private let key: SigningKey
    private let patience: Int64
    private let state = Mutex(State())

    init(_ desk: StoreDesk, key: SigningKey, headSeconds: Int) {
        (self.desk, self.key, patience) = (desk, key, Int64(headSeconds))
    }

    /// The signed head; at most some seconds behind the log.
    ///
    /// - Parameter index: A place that shall be below it, if the log has it.
    func head(with index: Int? = nil) async throws -> Checkpoint {
        try await desk.run { [self] store in try state.withLock { try head(&$0, store, index) }.0 }
    }

    /// How many events of notices the log has.
    func noticeEvents() async throws -> Int {
        try await desk.run { [self] store in
            try state.withLock { state in
                try follow(&state, store)
                return state.notices
            }
        }
    }

    /// - Returns: Nil if the log has no such event.
    func entry(_ index: Int) async throws -> LogEntry? {
        try await desk.run { [self] store in
            let (head, tree) = try state.withLock { try self.head(&$0, store, index) }
            guard (0..<head.size).contains(index), let event = try store.events(in: index..<(index + 1)).first else {
                return nil
            }
            let tiles = try tiles(of: [index, head.size - 1], store)
            let path = try tree.proofs(tile: tiles).inclusion(of: index, in: head.size)
            let open = try store.opening(of: event)
            return LogEntry(
                event: event, scopes: open?.scopes, opening: open?.opening,
                proof: InclusionProof(index: index, size: head.size, path: path), head: head)
        }
    }

    /// That the log at a size continues it at another.
    ///
    /// - Returns: Nil unless `0 < older <= size`, and the log has as many events.
    func consistency(from older: Int, to size: Int) async throws -> ConsistencyProof? {
        try await desk.run { [self] store in
            let (_, tree) = try state.withLock { try self.head(&$0, store, size - 1) }
            guard 0 < older, older <= size, size <= tree.count else { return nil }
            let tiles = try tiles(of: [older - 1, size - 1], store)
            let path = try tree.proofs(tile: tiles).consistency(from: older, to: size)
            return ConsistencyProof(older: older, newer: size, path: path)
        }
    }

    func events(in range: Range<Int>) async throws -> [RegistryEvent] {
        try await desk.run { store in try store.events(in: range) }
    }

    private func tiles(of places: [Int], _ store: RegistryStore) throws -> [Int: [Digest]] {
        var tiles: [Int: [Digest]] = [:]
        for tile in Set(places.map { $0 / LogTree.tile }) {
            let start = tile * LogTree.tile
            tiles[tile] = try store.events(in: start..<(start + LogTree.tile)).map { MerkleTree.leaf($0.line) }
        }
        return tiles
    }

    private func head(
        _ state: inout State, _ store: RegistryStore, _ index: Int?
    ) throws -> (Checkpoint, LogTree) {
        try follow(&state, store)
        let now = Timestamp.now
        if let head = state.head,
            head.size == state.tree.count
                || (now.seconds - state.signedAt.seconds < patience && (index ?? 0) < head.size)
        {
            return (head, state.tree)
        }
        var head = Checkpoint(origin: store.origin, size: state.tree.count, root: state.tree.root)
        try head.sign(with: key)
        try store.keep(head)
        (state.head, state.signedAt) = (head, now)
        return (head, state.tree)
    }

    /// Reads what is new.
    private func follow(_ state: inout State, _ store: RegistryStore) throws {
        if !state.isKnownRead {
            state.known = try store.lastCheckpoint()
            state.isKnownRead = true
        }
        var events: [RegistryEvent]
        repeat {
            events = try store.events(in: state.tree.count..<(state.tree.count + Self.batch))
            for event in events { try take(event, &state) }
        } while !events.isEmpty
        if let known = state.known {
            throw PortalError(
                .damagedLog,
                "the log has \(state.tree.count) events, and a head of \(known.size) was signed; take back a copy of the store"
            )
        }
    }

    private func take(_ event: RegistryEvent, _ state: inout State) throws {
        let place = state.tree.count
        guard event.index == place, event.previous == state.previous else {
            throw PortalError(.damagedLog, "event \(place) of the log does not follow the one before it")
        }
        let line = event.line
        state.tree.append(leaf: MerkleTree.leaf(line))
        state.previous = Digest(of: line)
        if case .notice = event.body { state.notices += 1 }
        guard let known = state.known, known.size == state.tree.count else { return }
        guard known.root == state.tree.root, known.origin == desk.origin else {
            throw PortalError(.damagedLog, "the first \(known.size) events are not those of the head signed then")
        }
        state.known = nil
    }
}
