internal import Foundation

/// The vector files under a folder: every `.jsonl`, the lists of recipes, assets and samples of opt-outs.
struct VectorFolder {
    let path: String

    var files: [VectorFile] {
        guard let walk = FileManager.default.enumerator(atPath: path) else { return [] }
        let names = walk.compactMap { $0 as? String }.filter {
            $0.hasSuffix(".jsonl") || $0.hasSuffix("recipes.json") || AssetFile.isAsset($0)
                || OptOutSample.isSample($0)
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
            VectorFile(path: path + "/" + $0, label: $0)
        }
    }
}
