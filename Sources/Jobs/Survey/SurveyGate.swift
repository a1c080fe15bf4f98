internal import Frontier

/// The politeness of a survey: one at a time speaks to a host, with a pause between.
actor SurveyGate: HostGate {
    private let delay: Int64
    private var busy: Set<String> = []
    private var next: [String: Int64] = [:]

    init(delay: Int64) { self.delay = delay }

    func borrow(_ host: String, now: Int64) -> Borrowing {
        if busy.contains(host) { return .busy }
        if let time = next[host], time > now { return .notBefore(time) }
        busy.insert(host)
        return .granted(delay: delay)
    }

    func giveBack(_ host: String, _ report: HostReport, at: Int64) {
        busy.remove(host)
        if report != .untouched { next[host] = at + delay }
    }
}
