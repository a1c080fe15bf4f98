internal import Canonical
internal import Jobs
internal import Provenance

/// The hosts of an output, for people and for programs.
enum HostText {
    static func table(_ hosts: [HostSummary.Host]) -> String {
        var table = Table(rightAligned: [1, 2, 3])
        table.add(["site", "in", "held", "out", "why"])
        for host in hosts {
            let admitted = host.verdicts.filter { $0.key.admits }.values.reduce(0, +)
            let held = host.verdicts[.hold] ?? 0
            let out = host.verdicts.filter { $0.key > .hold }.values.reduce(0, +)
            table.add([host.name, "\(admitted)", "\(held)", "\(out)", host.why])
        }
        return table.text
    }

    static func json(_ hosts: [HostSummary.Host]) -> String {
        hosts.map { host in
            let verdicts = host.verdicts.map { JSONValue.Member($0.key.rawValue, .integer(Int64($0.value))) }
            let line = JSONValue.object([
                .init("host", .string(host.name)), .init("verdicts", .object(verdicts)),
                .init("why", .string(host.why)),
            ])
            return String(decoding: line.canonicalBytes, as: UTF8.self)
        }.joined(separator: "\n")
    }
}
