internal import Canonical
internal import Foundation
internal import Shards

/// `run.json`: when, where, by which command, how long. The one file of an output that differs from run to run.
enum RunNote {
    static func write(output: String, command: [String], since started: Date) throws {
        let now = Date()
        let json = JSONValue.object([
            .init("command", .array(command.map { .string($0) })),
            .init("ended", .string(Timestamp(seconds: Int64(now.timeIntervalSince1970)).description)),
            .init("host", .string(ProcessInfo.processInfo.hostName)),
            .init("milliseconds", .integer(Int64(now.timeIntervalSince(started) * 1000))),
            .init("started", .string(Timestamp(seconds: Int64(started.timeIntervalSince1970)).description)),
        ])
        try OutputFile.replace(output + "/run.json", with: json.canonicalBytes + [0x0A])
    }
}
