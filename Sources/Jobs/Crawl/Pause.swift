internal import Canonical
internal import Foundation

/// Waiting, which a stop does not make an error.
enum Pause {
    static func sleep(_ milliseconds: Int) async throws(JobError) {
        guard milliseconds > 0 else { return }
        do { try await Task.sleep(for: .milliseconds(milliseconds)) } catch {
            throw JobError(.couldNotRun, "stopped while waiting")
        }
    }
}

extension Timestamp {
    /// The clock. Only jobs look at it; reading and deciding are given their time.
    static var now: Timestamp { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) }

    /// Milliseconds since 1970.
    static var nowMilliseconds: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
