internal import Canonical
internal import Ledger
internal import Shards

/// Looks at a key index, if an output has one: its order, its root, and the entry it has for the log.
///
/// That it holds the keys of the rows and no others, `muniment audit index` shows by making it anew.
struct IndexAudit {
    /// Bytes of a root in its file.
    private static let root = 32

    let files: AuditFiles

    init(_ files: AuditFiles) { self.files = files }

    func run() {
        let folder = KeyIndexWriter.folder
        guard FileKind(files.path(folder)) == .folder, let json = files.json("\(folder)/index.json") else { return }
        let isFirst = json["format"]?.integer == Int64(KeyIndexWriter.withoutTops)
        let names = KeyIndexWriter.names.filter { $0 != "tops.bin" || !isFirst }
        for name in names where FileKind(files.path("\(folder)/\(name)")) != .file {
            return files.log.add(.missing, "\(folder)/\(name)", "is missing, or is no file")
        }
        do {
            let index = try KeyIndex(files.output)
            var (tree, last): (MerkleTree, [UInt8]) = (MerkleTree(), [])
            var (blocks, tops) = (Roots(), Roots())
            var disorder: Int?
            // Read, not mapped: what is mapped counts as memory held.
            try Self.eachRecord(of: files.path("\(folder)/keys.bin")) { bytes in
                if !last.isEmpty, !last.lexicographicallyPrecedes(bytes) { disorder = disorder ?? tree.count }
                let leaf = MerkleTree.leaf(bytes)
                tree.append(leaf: leaf)
                if let root = blocks.take(leaf) { _ = tops.take(root) }
                last = bytes
            }
            if let disorder {
                return files.log.add(.changed, "\(folder)/keys.bin", "record \(disorder) does not stand in order")
            }
            if let root = blocks.end() { _ = tops.take(root) }
            _ = tops.end()
            let sizes = [
                "keys.bin": tree.count * KeyRecord.bytes, "blocks.bin": blocks.roots.count * Self.root,
                "tops.bin": tops.roots.count * Self.root,
            ]
            for name in names {
                guard let due = sizes[name], OutputFile.length(files.path("\(folder)/\(name)")) != due else { continue }
                files.log.add(.changed, "\(folder)/\(name)", "holds more or fewer bytes than its records are")
            }
            if tree.root != index.root {
                files.log.add(.changed, "\(folder)/keys.bin", "its records are not those of its root")
            } else if blocks.roots != index.blockRoots {
                files.log.add(.changed, "\(folder)/blocks.bin", "its roots are not those of the records")
            } else if let found = index.topRoots, found != tops.roots {
                files.log.add(.changed, "\(folder)/tops.bin", "its roots are not those of the records")
            }
        } catch {
            files.log.add(.changed, folder, JobError(error).message)
        }
        files.foreign(in: folder) { names.contains($0) }
    }

    private static func eachRecord(of path: String, _ body: ([UInt8]) -> Void) throws(ShardError) {
        var rest: [UInt8] = []
        try OutputFile.eachPiece(of: path) { (piece) throws(ShardError) in
            rest += piece
            var at = 0
            while rest.count - at >= KeyRecord.bytes {
                body(Array(rest[at..<(at + KeyRecord.bytes)]))
                at += KeyRecord.bytes
            }
            rest.removeFirst(at)
        }
    }

    /// The roots over each 256 leaves or roots, as they come.
    private struct Roots {
        private(set) var roots: [Digest] = []
        private var tree = MerkleTree()

        /// - Returns: The root over the last 256, if this was the last of them.
        mutating func take(_ leaf: Digest) -> Digest? {
            tree.append(leaf: leaf)
            return tree.count == KeyIndexWriter.block ? end() : nil
        }

        /// - Returns: The root over those that are left, if any are.
        mutating func end() -> Digest? {
            guard tree.count > 0 else { return nil }
            let root = tree.root
            roots.append(root)
            tree = MerkleTree()
            return root
        }
    }
}
