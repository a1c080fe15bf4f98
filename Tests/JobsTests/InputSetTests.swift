import Canonical
import Foundation
import Shards
import Testing

@testable import Jobs

@Suite("a run starts only with inputs that are fit, and only in its own folder")
struct InputSetTests {
    @Test("no registry named and no --no-registry: a usage error, which is exit 2")
    func needsRegistry() throws {
        let bench = try Workbench()
        let config = try bench.config()
        #expect { try InputSet.load(config, packs: nil, registry: .asConfigured, at: Workbench.at) } throws: {
            ($0 as? JobError)?.kind == .usage && "\($0)".contains("--no-registry")
        }
    }

    @Test("a registry that is gone, changed by one byte, cut, or too old: could not run")
    func refusesUnfitRegistry() throws {
        let bench = try Workbench()
        let config = try bench.config()
        func expectRefused(_ path: String, at: Timestamp = Workbench.at) {
            #expect { try InputSet.load(config, packs: nil, registry: .snapshot(path), at: at) } throws: {
                ($0 as? JobError)?.kind == .couldNotRun
            }
        }
        expectRefused(bench.folder + "/none")
        for name in try FileManager.default.contentsOfDirectory(atPath: bench.registry) {
            let file = bench.registry + "/" + name
            let bytes = try OutputFile.read(file)
            for index in stride(from: 0, to: bytes.count, by: 7) {
                var changed = bytes
                changed[index] ^= 1
                try OutputFile.replace(file, with: changed)
                expectRefused(bench.registry)
            }
            try OutputFile.replace(file, with: bytes + [0])
            expectRefused(bench.registry)
            try FileManager.default.removeItem(atPath: file)
            expectRefused(bench.registry)
            try OutputFile.replace(file, with: bytes)
        }
        _ = try InputSet.load(config, packs: nil, registry: .snapshot(bench.registry), at: Workbench.at)
        expectRefused(bench.registry, at: Workbench.at.adding(seconds: 400 * 86_400))
        expectRefused(bench.registry, at: Workbench.at.adding(seconds: -86_400))
    }

    @Test(
        "an unknown key is refused with file, line and key",
        arguments: [
            ("crwal: {}", "crwal"), ("filter: {site_capture: scan}", "filter.site_capture"),
            ("output: {parts: 3}", "output.parts"),
        ])
    func unknownKeys(_ text: String, _ key: String) throws {
        let bench = try Workbench()
        #expect { try bench.config(text) } throws: { error in
            let words = "\(error)"
            return error is ConfigError && words.contains("config.yaml:14: \(key)")
        }
    }

    @Test("a folder begun with other settings is refused")
    func ownFolder() throws {
        let bench = try Workbench()
        let path = try bench.archive("a.warc.gz", Record.silentSite("a.example"))
        try bench.filter([path], out: "out")
        #expect { try bench.filter([path], out: "out", more: "output: {source: another}") } throws: {
            ($0 as? JobError)?.kind == .usage
        }
    }
}
