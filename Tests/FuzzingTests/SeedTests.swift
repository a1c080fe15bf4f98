import Foundation
import Fuzzing
import Testing

/// The beginnings of fuzzing are tests: what each target reads well, it also reads cut anywhere and changed anywhere.
@Suite("Fuzz targets and their seeds")
struct SeedTests {
    private static let folder = (#filePath as NSString).deletingLastPathComponent + "/../FuzzSeeds"
    static let names = FuzzCommand.names

    private func seeds(_ target: String) throws -> [[UInt8]] {
        let path = Self.folder + "/" + target
        return try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { name in
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
        }
    }

    @Test("Every target has seeds, and every folder of seeds a target")
    func pairs() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        #expect(folders.sorted() == Self.names)
    }

    @Test("A target comes back from its seeds, from their beginnings and from one byte changed", arguments: names)
    func comesBack(_ name: String) throws {
        let run = try #require(FuzzCommand.target(name))
        let seeds = try seeds(name)
        #expect(!seeds.isEmpty)
        for seed in seeds {
            run(seed)
            let step = max(1, seed.count / 40)
            for place in stride(from: 0, to: seed.count, by: step) {
                run(Array(seed[..<place]))
                var changed = seed
                changed[place] = changed[place] &* 31 &+ UInt8(truncatingIfNeeded: place)
                run(changed)
            }
        }
    }
}
