internal import Canonical
internal import Provenance

/// What many entries of a snapshot share: state, standing, uses, capacity, review and times. 32 octets each.
struct EntryTerms: Hashable, Sendable {
    static let size = 32
    /// Stands for "no end".
    private static let open = Int64.max

    var state = ObjectionState.effective
    var standing = Standing.claim
    /// One bit per case of ``UseCategory``, the first case lowest.
    var uses: UInt16 = 0
    var capacity = Objection.Capacity.soleHolder
    var isUnderReview = false
    var from = Timestamp(seconds: 0)
    var to: Timestamp?
    var recorded = Timestamp(seconds: 0)

    init(_ objection: Objection) {
        state = objection.state
        standing = objection.standing
        uses = Self.mask(objection.uses)
        capacity = objection.capacity
        isUnderReview = objection.isUnderReview
        (from, to, recorded) = (objection.effectiveFrom, objection.effectiveTo, objection.recordedAt)
    }

    /// - Returns: Nil where no compile would have written these octets.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        let start = index * Self.size
        guard index >= 0, let head = bytes.word(at: start), let tail = bytes.word(at: start + 4),
            let capacity = Self.choice(Objection.Capacity.allCases, tail & 0xFF), tail >> 8 < 2,
            let state = Self.choice(ObjectionState.allCases, head & 0xFF),
            let standing = Self.choice(Standing.allCases, head >> 8 & 0xFF),
            let from = Self.time(bytes, start + 8), let recorded = Self.time(bytes, start + 24),
            let end = bytes.long(at: start + 16)
        else { return nil }
        (self.state, self.standing, uses) = (state, standing, UInt16(head >> 16))
        (self.from, self.recorded, self.capacity, isUnderReview) = (from, recorded, capacity, tail >> 8 == 1)
        if end != UInt64(bitPattern: Self.open) {
            guard let to = Self.time(bytes, start + 16) else { return nil }
            self.to = to
        }
        guard uses != 0, Int(uses) < 1 << UseCategory.allCases.count, to.map({ from < $0 }) != false else { return nil }
    }

    var bytes: [UInt8] {
        let state = UInt8(ObjectionState.allCases.firstIndex(of: state) ?? 0)
        let standing = UInt8(Standing.allCases.firstIndex(of: standing) ?? 0)
        let capacity = UInt8(Objection.Capacity.allCases.firstIndex(of: capacity) ?? 0)
        var out: [UInt8] = [
            state, standing, UInt8(truncatingIfNeeded: uses), UInt8(uses >> 8), capacity, isUnderReview ? 1 : 0, 0, 0,
        ]
        for time in [from.seconds, to?.seconds ?? Self.open, recorded.seconds] {
            withUnsafeBytes(of: time.littleEndian) { out.append(contentsOf: $0) }
        }
        return out
    }

    var useCategories: [UseCategory] {
        UseCategory.allCases.enumerated().filter { uses & 1 << $0.offset != 0 }.map(\.element)
    }

    /// Whether an objection of these terms blocks what a scope of the kind covers.
    func blocks(_ kind: ScopeKind, at time: Timestamp) -> Bool {
        state.isBlocking && standing.suffices(for: kind) && from <= time && to.map { time < $0 } != false
    }

    private static func mask(_ uses: [UseCategory]) -> UInt16 {
        UseCategory.allCases.enumerated().reduce(0) { $0 | (uses.contains($1.element) ? 1 << $1.offset : 0) }
    }

    private static func choice<Value>(_ values: [Value], _ index: UInt32) -> Value? {
        Int(index) < values.count ? values[Int(index)] : nil
    }

    /// A time that RFC 3339 can write.
    private static func time(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Timestamp? {
        guard let word = bytes.long(at: start) else { return nil }
        let time = Timestamp(seconds: Int64(bitPattern: word))
        return time.adding(seconds: 0) == time ? time : nil
    }
}
