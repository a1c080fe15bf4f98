/// The lines of a pool that was shared out, sorted by work, party, role, society, state: made anew whenever they are walked
/// through, so that millions of them take no room.
public struct AllocationLines: Sequence, Sendable {
    /// What a work, or a use of which no work is known, is due before its parties share it.
    struct Due: Hashable, Sendable {
        /// As the lines have it; empty where nothing is known.
        let work: String
        /// Nil for money that no use counts for.
        let match: MatchState?
        /// Why it is held, where the work does not say it.
        let why: String
        let amount: Int64
        /// Where and when it was used, and by how much at each; empty where that does not matter.
        var places: [Place] = []

        /// The number of a place, and the weight of the work there.
        struct Place: Hashable, Sendable {
            let number: UInt32
            let weight: UInt128
        }

        static func precedes(_ left: Due, _ right: Due) -> Bool { ByteOrder.precedes(left.work, right.work) }
    }

    private let dues: [Due]
    private let parties: PartyShares

    init(_ dues: [Due], _ parties: PartyShares) {
        (self.dues, self.parties) = (dues.sorted(by: Due.precedes), parties)
    }

    public struct Iterator: IteratorProtocol {
        private let lines: AllocationLines
        private var at = 0
        private var ready: [AllocationLine] = []
        private var taken = 0

        init(_ lines: AllocationLines) { self.lines = lines }

        public mutating func next() -> AllocationLine? {
            while taken == ready.count {
                guard at < lines.dues.count else { return nil }
                ready.removeAll(keepingCapacity: true)
                taken = 0
                lines.take(&at, into: &ready)
            }
            taken += 1
            return ready[taken - 1]
        }
    }

    public func makeIterator() -> Iterator { Iterator(self) }

    /// The lines of the next work, those that differ in nothing but the amount made one.
    private func take(_ at: inout Int, into lines: inout [AllocationLine]) {
        let work = dues[at].work
        while at < dues.count, dues[at].work == work {
            parties.share(dues[at], into: &lines)
            at += 1
        }
        guard lines.count > 1 else { return }
        lines.sort(by: AllocationLine.precedes)
        var count = 0
        for place in lines.indices {
            if count > 0, !AllocationLine.precedes(lines[count - 1], lines[place]) {
                lines[count - 1].amount += lines[place].amount
            } else {
                lines[count] = lines[place]
                count += 1
            }
        }
        lines.removeLast(lines.count - count)
    }
}
