internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry

struct NoticeProbe: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "probe", abstract: "Looks whether a notice stands on its channels, and records what was found.",
        discussion: """
            EXAMPLES
              muniment registry notice probe N-2026-1 --store registry.db --config config.yaml
              muniment registry notice probe N-2026-1 --found https://example.org/notices/ --store registry.db

            A channel shows the notice if its page holds the digest of the text. A day without a probe that found it is an
            outage; more than three lengthen the windows by all of them. Run it daily. Exit code 1 if a channel did not
            show it.
            """)

    @Argument(help: "The notice.")
    var notice: String

    @OptionGroup var options: StoreOptions

    @Option(help: ArgumentHelp("A channel that another monitor found it on, instead of looking.", valueName: "url"))
    var found: [String] = []

    @Option(help: ArgumentHelp("A channel that another monitor did not find it on.", valueName: "url"))
    var missing: [String] = []

    @Option(help: "The settings file, for the identity to fetch under. Default: config/default.yaml.")
    var config: String?

    func run() throws {
        let store = try options.open()
        let time = try options.writingTime()
        guard let known = try store.notices(at: time).first(where: { $0.id == notice }), let version = known.latest
        else {
            throw JobError(.finding, "\(options.store): nothing is published of \(notice)")
        }
        var results = found.map { ($0, true) } + missing.map { ($0, false) }
        if results.isEmpty { results = try look(version) }
        var life = known
        for (channel, isFound) in results {
            life = try store.probe(notice: notice, channel: channel, found: isFound, at: time)
            if !isFound { Console.complain("\(channel) does not show \(notice)") }
        }
        try NoticeCommand.show(life, options)
        let lost = results.count { !$0.1 }
        if lost > 0 { throw JobError(.finding, "\(lost) channels do not show \(notice)") }
    }

    private func look(_ version: NoticeLife.Version) throws -> [(String, Bool)] {
        let getter = try PageGetter(try RunConfig.read(path: SettingsFile.path(config)), needsTLS: false)
        defer { getter.close() }
        let mark = version.record.digest.hex
        return try version.record.channels.map { channel in
            try Blocking.wait { () async throws(JobError) in
                do throws(JobError) {
                    let page = try await getter.get(channel)
                    return (channel, page.status == 200 && String(decoding: page.body, as: UTF8.self).contains(mark))
                } catch {
                    Console.complain("\(channel): \(error)")
                    return (channel, false)
                }
            }
        }
    }
}
