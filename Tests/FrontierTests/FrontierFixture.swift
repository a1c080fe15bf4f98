import Foundation
import WebAddress

@testable import Frontier

/// A folder of its own for one test.
final class Folder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/frontier-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("\(path) stays: \(error)") }
    }

    var store: String { path + "/frontier.sqlite" }
}

func seeds(_ urls: [String], depth: Int = 0) throws -> SegmentCommit {
    var commit = SegmentCommit()
    commit.found = try urls.map { FoundURL(url: try CanonicalURL($0), depth: depth) }
    return commit
}

extension Lease {
    func captured(at: Int64, changed: Bool = true, status: Int = 200) -> URLUpdate {
        URLUpdate(
            self, at: at, .captured(LastCapture(fetched: at, status: status, etag: "\"\(at)\""), changed: changed))
    }
}

/// Numbers that look random and are the same every time.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
    }
}
