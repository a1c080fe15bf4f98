internal import Canonical
internal import Ledger
internal import Shards

/// Looks at a key index, if an output has one: its order, its root, and the entry it has for the log.
///
/// That it holds the keys of the rows and no others, `muniment audit index` shows by making it anew.
struct IndexAudit {
    let files: AuditFiles

    init(_ files: AuditFiles) { self.files = files }

    func run() {
        let folder = KeyIndexWriter.folder
        guard FileKind(files.path(folder)) == .folder, files.json("\(folder)/index.json") != nil else { return }
        for name in ["keys.bin", "blocks.bin", "frames.jsonl"] where FileKind(files.path("\(folder)/\(name)")) != .file
        {
            return files.log.add(.missing, "\(folder)/\(name)", "is missing, or is no file")
        }
        do {
            let index = try KeyIndex(files.output)
            var (tree, inBlock, roots): (MerkleTree, MerkleTree, [Digest]) = (MerkleTree(), MerkleTree(), [])
            var last: [UInt8] = []
            for place in 0..<index.count {
                let bytes = index.record(place).encoded
                if !last.isEmpty, !last.lexicographicallyPrecedes(bytes) {
                    return files.log.add(.changed, "\(folder)/keys.bin", "record \(place) does not stand in order")
                }
                tree.append(bytes)
                inBlock.append(bytes)
                if inBlock.count == KeyIndexWriter.block || place == index.count - 1 {
                    roots.append(inBlock.root)
                    inBlock = MerkleTree()
                }
                last = bytes
            }
            if tree.root != index.root {
                files.log.add(.changed, "\(folder)/keys.bin", "its records are not those of its root")
            } else if roots != index.blockRoots {
                files.log.add(.changed, "\(folder)/blocks.bin", "its roots are not those of the records")
            }
        } catch {
            files.log.add(.changed, folder, error.message)
        }
        files.foreign(in: folder) { ["index.json", "keys.bin", "blocks.bin", "frames.jsonl"].contains($0) }
    }
}
