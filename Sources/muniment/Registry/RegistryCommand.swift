internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Jobs
internal import Registry

struct RegistryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registry", abstract: "Keeps objections, compiles them into snapshots, and asks these.",
        discussion: """
            EXAMPLES
              muniment registry init --store registry.db --origin example.org/registry
              muniment registry object --store registry.db --name "Ann Author" --contact ann@example.com \
                --scope domain:example.com --statement
              muniment registry compile --store registry.db --out snapshot
            """,
        subcommands: [
            RegistryInit.self, RegistryObject.self, RegistrySign.self, RegistryVerify.self, RegistryDecide.self,
            RegistryWithdraw.self,
            RegistryErase.self, NoticeCommand.self, RegistryStatus.self, RegistryLog.self, RegistryExport.self,
            RegistryImport.self, RegistrySketch.self, RegistryReach.self,
            RegistryCompile.self, RegistryShow.self, RegistryCheck.self, RegistryDelta.self,
        ])

    static func show(_ summary: SnapshotSummary, json: Bool) {
        Console.say(json ? String(decoding: summary.json.canonicalBytes, as: UTF8.self) : summary.description)
    }

    /// The time an option gives, or now.
    static func time(_ option: String?) throws(JobError) -> Timestamp {
        guard let option else { return Timestamp(seconds: Int64(Date().timeIntervalSince1970)) }
        guard let time = Timestamp(rfc3339: option) else {
            throw JobError(.usage, "--at \(option): an RFC 3339 time is due, like 2026-11-23T12:00:00Z")
        }
        return time
    }

    /// The same for what goes into a log: never later than now, since nothing could be filed until then.
    static func writingTime(_ option: String?) throws(JobError) -> Timestamp {
        let (time, now) = (try time(option), try time(nil))
        guard time <= now else {
            throw JobError(.usage, "--at \(time): that is later than now, \(now); what is written down has happened")
        }
        return time
    }

    /// A snapshot, tested; `couldNotRun` if it is none.
    static func load(_ folder: String) throws(JobError) -> Snapshot {
        do throws(RegistryError) { return try Snapshot.load(folder) } catch {
            throw JobError(.couldNotRun, "\(folder): \(error.reason)")
        }
    }
}
