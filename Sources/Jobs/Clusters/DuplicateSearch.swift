internal import Canonical
internal import Provenance

/// Finds the copies among documents by their sketches.
///
/// Documents that agree in three neighbouring places of 64 are compared; two that are alike are copies, and so are all that are
/// alike by way of others. Of two texts that have half of their shingles in common 94 in 100 pairs are compared, of those that
/// have four fifths nearly all. Memory is about 300 octets a document.
/// Source: A. Broder, "Identifying and Filtering Near-Duplicate Documents" (CPM 2000), for the groups of places; read 2026-11-30.
struct DuplicateSearch {
    /// One document.
    struct Member: Hashable {
        let url: String
        let text: Digest
        let sketch: TextSketch
    }

    private static let band = 3
    /// With how many unlike ones of a group one is compared.
    private static let mostLeaders = 32

    private let isCopy: (TextSimilarity) -> Bool
    private(set) var members: [Member] = []
    private var known: Set<Digest> = []

    /// - Parameter isCopy: Whether two texts that are so alike are copies.
    init(isCopy: @escaping (TextSimilarity) -> Bool) { self.isCopy = isCopy }

    /// Adds a document, unless its key was added before.
    mutating func add(_ member: Member, key: Digest) {
        guard member.sketch.count > 0, known.insert(key).inserted else { return }
        members.append(member)
    }

    /// The groups of copies that stand at two addresses or more, by their least address. The same documents in any order give
    /// the same groups.
    func clusters() -> [[Member]] {
        let members = members.sorted { ($0.url, $0.text.hex) < ($1.url, $1.text.hex) }
        var sets = DisjointSets(members.count)
        for place in stride(from: 0, through: TextSketch.placeCount - Self.band, by: Self.band) {
            join(members, at: place, &sets)
        }
        var groups: [Int: [Member]] = [:]
        for number in members.indices { groups[sets.root(of: number), default: []].append(members[number]) }
        return groups.values.filter { group in group.contains { $0.url != group[0].url } }
            .sorted { ($0[0].url, $0[0].text.hex) < ($1[0].url, $1[0].text.hex) }
    }

    private func join(_ members: [Member], at place: Int, _ sets: inout DisjointSets) {
        var keys = members.indices.map { number in
            let octets = members[number].sketch.octets
            let mark = UInt64(octets[place]) << 16 | UInt64(octets[place + 1]) << 8 | UInt64(octets[place + 2])
            return mark << 32 | UInt64(number)
        }
        keys.sort()
        var leaders: [Int] = []
        var mark = UInt64.max
        for key in keys {
            let number = Int(key & 0xFFFF_FFFF)
            if key >> 32 != mark {
                mark = key >> 32
                leaders = []
            }
            let alike = leaders.filter { leader in
                sets.root(of: leader) == sets.root(of: number)
                    || isCopy(members[leader].sketch.similarity(to: members[number].sketch))
            }
            for leader in alike { sets.join(leader, number) }
            if alike.isEmpty, leaders.count < Self.mostLeaders { leaders.append(number) }
        }
    }
}
