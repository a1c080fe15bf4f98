internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry
internal import WebAddress

struct RegistryReach: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reach", abstract: "Finds how far objections to texts reach in finished outputs, and records it.",
        discussion: """
            EXAMPLE
              muniment registry reach out-2026-10 out-2026-11 --store registry.db --config config.yaml
              muniment registry decide O-4c1f… confirm --reason looked_at --store registry.db

            An objection that reaches more than 100 documents or 10 registrable domains is under review: what it covers is held
            and not barred, and never recalled, until it is confirmed. A copy on another site that bears an open licence, or is known
            by grounds.clusters to be the origin, makes it CONTESTED: it blocks on until it is upheld or lifted. Call it after each
            run, before `registry compile`. Exit code 1 if one waits for somebody to decide.
            """)

    @Argument(help: "Finished outputs of filter or crawl.")
    var outputs: [String]

    @OptionGroup var options: StoreOptions

    @Option(
        help: "The settings file, for what counts as a copy and for clusters. Default: strict settings, no clusters.")
    var config: String?

    @OptionGroup var suffixes: SuffixListOption

    func run() throws {
        let store = try options.open()
        let time = try options.writingTime()
        var search = try CopyReachSearch(
            config.map { try RunConfig.read(path: $0) },
            suffixes: PublicSuffixList(contents: suffixes.bytes()))
        for life in try store.lives(at: time) where life.isBlocking { try search.add(life.id, of: store) }
        for output in outputs { try search.look(in: output) }
        var waiting = 0
        for subject in search.subjects {
            guard var life = try store.life(subject.objection, at: time) else { continue }
            // The same again is no news.
            if life.reach != subject.reach { life = try store.record(subject.reach, of: subject.objection, at: time) }
            if life.isUnderReview || life.state == .contested { waiting += 1 }
            options.show(life)
        }
        if waiting > 0 { throw JobError(.finding, "\(waiting) objections wait for somebody to decide") }
    }
}
