/// Hosts by the time they may next be asked, earliest first; equal times by name.
///
/// A host may stand in it several times; the one who takes it out checks which entry still holds.
struct ReadyHeap {
    struct Entry: Comparable {
        let at: Int64
        let host: String

        static func < (one: Entry, other: Entry) -> Bool { (one.at, one.host) < (other.at, other.host) }
    }

    private var entries: [Entry] = []

    var first: Entry? { entries.first }

    mutating func push(_ entry: Entry) {
        entries.append(entry)
        var child = entries.count - 1
        while child > 0, entries[child] < entries[(child - 1) / 2] {
            entries.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> Entry? {
        guard let top = entries.first else { return nil }
        let last = entries.removeLast()
        guard !entries.isEmpty else { return top }
        entries[0] = last
        var parent = 0
        while true {
            let left = parent * 2 + 1
            guard left < entries.count else { return top }
            let right = left + 1
            let child = right < entries.count && entries[right] < entries[left] ? right : left
            guard entries[child] < entries[parent] else { return top }
            entries.swapAt(child, parent)
            parent = child
        }
    }

    mutating func removeAll() { entries.removeAll(keepingCapacity: true) }
}
