internal import Frontier

/// Who may speak to which host when, for requests outside a queue.
protocol HostGate: Sendable {
    func borrow(_ host: String, now: Int64) async throws(JobError) -> Borrowing
    /// Gives back what ``borrow(_:now:)`` granted; `at` is when the last request ended.
    func giveBack(_ host: String, _ report: HostReport, at: Int64) async
}

/// The hosts as a crawl's frontier knows them.
struct FrontierGate: HostGate {
    let frontier: Frontier

    func borrow(_ host: String, now: Int64) async throws(JobError) -> Borrowing {
        do { return try await frontier.borrow(host: host, now: now) } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }

    func giveBack(_ host: String, _ report: HostReport, at: Int64) async {
        await frontier.giveBack(host: host, report, at: at)
    }
}
