public import Canonical
internal import Foundation
internal import GRDB
public import Ledger

extension RegistryStore {
    /// That the event of a receipt stands in the log.
    ///
    /// - Returns: The proof, for the log as it is now, and the root it leads to.
    /// - Throws: ``RegistryError`` with code `damagedLog` if the log has another event in its place, or none.
    public func inclusion(of receipt: Receipt) throws(RegistryError) -> (proof: InclusionProof, root: Digest) {
        let event = try RegistryEvent(line: receipt.event, at: 0, in: "receipt")
        return try read { db in
            let line = try Data.fetchOne(db, sql: "SELECT line FROM event WHERE place = ?", arguments: [event.index])
            guard receipt.origin == origin, let line, Array(line) == receipt.event else {
                throw RegistryError.damaged(path, event.index, "it is not the one this receipt was given for")
            }
            let lines = try Data.fetchCursor(db, sql: "SELECT line FROM event ORDER BY place")
            var leaves: [Digest] = []
            while let line = try lines.next() { leaves.append(MerkleTree.leaf(Array(line))) }
            let proofs = MerkleProofs(leaves)
            let path = try proofs.inclusion(of: event.index, in: leaves.count)
            return (
                InclusionProof(index: event.index, size: leaves.count, path: path), try proofs.root(of: leaves.count)
            )
        }
    }
}
