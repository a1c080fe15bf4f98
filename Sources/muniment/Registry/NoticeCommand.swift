internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry
internal import Shards
internal import WebAddress

struct NoticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice", abstract: "Keeps public notices: what will be collected, and how to object.",
        discussion: """
            EXAMPLE
              muniment registry notice draft notice.yaml --store registry.db
              muniment registry notice publish N-2026-1 --store registry.db
              muniment registry notice pages --store registry.db --base https://example.org/notices/ --out public
              muniment registry notice probe N-2026-1 --store registry.db
            """,
        subcommands: [
            NoticeDraft.self, NoticePublish.self, NoticeProbe.self, NoticeWitnessCommand.self, NoticeWithdraw.self,
            NoticeShow.self, NoticePagesCommand.self,
        ])

    static func show(_ notice: NoticeLife, _ options: StoreOptions) throws {
        let time = try options.time()
        Console.say(
            options.json ? StoreOptions.text(NoticeText.json(notice, at: time)) : NoticeText.text(notice, at: time))
    }
}

struct NoticeDraft: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft", abstract: "Writes a version of a notice down, unpublished.",
        discussion: """
            EXAMPLE
              muniment registry notice draft config/registry/notice.yaml --store registry.db
            """)

    @Argument(help: "The notice as YAML or JSON (docs/formats/registry.md).")
    var file: String

    @OptionGroup var options: StoreOptions

    @OptionGroup var suffixes: SuffixListOption

    func run() throws {
        let list = try PublicSuffixList(contents: try suffixes.bytes())
        let text = String(decoding: try OutputFile.read(file), as: UTF8.self)
        let record = try NoticeRecord(try ConfigNode.read(text, file: file), publicSuffixList: list)
        try NoticeCommand.show(try options.open().draft(record, at: try options.writingTime()), options)
    }
}

struct NoticePublish: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Publishes the draft of a notice as its next version.",
        discussion: """
            EXAMPLE
              muniment registry notice publish N-2026-1 --store registry.db

            The version before is superseded. Windows go on for sources of which no more is said than before; for all others
            they begin anew. No window runs before two channels were found to show the notice.
            """)

    @Argument(help: "The notice.")
    var notice: String

    @OptionGroup var options: StoreOptions

    func run() throws {
        try NoticeCommand.show(try options.open().publish(notice: notice, at: try options.writingTime()), options)
    }
}

struct NoticeWithdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Ends a notice: nothing is collected under it any more.",
        discussion: """
            EXAMPLE
              muniment registry notice withdraw N-2026-1 --reason not_needed --store registry.db
            """)

    @Argument(help: "The notice.")
    var notice: String

    @OptionGroup var options: StoreOptions

    @Option(help: "Why, as a code.")
    var reason = "withdrawn"

    func run() throws {
        let life = try options.open().withdraw(notice: notice, reason: reason, at: try options.writingTime())
        try NoticeCommand.show(life, options)
    }
}

struct NoticeShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Tells how notices stand, or stood as known at a time.",
        discussion: """
            EXAMPLE
              muniment registry notice show --store registry.db
            """)

    @Argument(help: "Notices; all if none is named.")
    var notices: [String] = []

    @OptionGroup var options: StoreOptions

    func run() throws {
        let known = try options.open().notices(at: try options.time())
        for id in notices where !known.contains(where: { $0.id == id }) {
            throw JobError(.finding, "\(options.store): there is no notice \(id)")
        }
        for notice in known where notices.isEmpty || notices.contains(notice.id) {
            try NoticeCommand.show(notice, options)
        }
    }
}
