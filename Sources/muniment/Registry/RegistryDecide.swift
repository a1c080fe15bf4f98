internal import ArgumentParser
internal import Jobs
internal import Registry

struct RegistryDecide: ParsableCommand {
    /// What an operator can decide.
    enum Decision: String, CaseIterable, ExpressibleByArgument {
        case accept, reject, deficient, cure, contest, uphold, lift, supersede
        case liftByOrder = "lift-by-order"
        case stop, confirm
    }

    static let configuration = CommandConfiguration(
        commandName: "decide", abstract: "Takes a step in the life of an objection.",
        discussion: """
            EXAMPLES
              muniment registry decide O-4c1f… deficient --reason no_mandate --store registry.db
              muniment registry decide O-4c1f… contest --standing L2 --store registry.db

            accept: what waited for review goes on. contest: a counter-notice by somebody of the same standing; it takes
            effect after its delay, the contact is told of it (--config), and the objection blocks on. supersede: --reason is the id of the objection that
            replaces it. stop: a withdrawal or counter-notice whose delay is not over is stopped. confirm: an
            objection to a text that reaches far (`registry reach`) was looked at, and bars its copies from now on. A step its state does not
            allow is refused (exit code 2).
            """)

    @Argument(help: "The objection.")
    var objection: String

    @Argument(
        help: "accept, reject, deficient, cure, contest, uphold, lift, supersede, lift-by-order, stop or confirm.")
    var decision: Decision

    @OptionGroup var options: StoreOptions

    @Option(help: "A reason code, or the id of the successor.")
    var reason = ""

    @Option(help: "What whoever asks for it has shown: L1 to L5.")
    var standing: Standing?

    @OptionGroup var contact: ContactNotice

    func run() throws {
        let store = try options.open()
        let time = try options.writingTime()
        switch decision {
        case .accept: options.show(try store.accept(objection, at: time))
        case .confirm: options.show(try store.confirm(objection, reason: reason, at: time))
        case .stop: options.show(try store.stop(objection, reason: reason, at: time))
        default:
            guard let step = LifeStep(rawValue: decision.rawValue) else { return }
            let life = try store.step(step, objection, standing: standing, reason: reason, at: time)
            options.show(life)
            try contact.tell(life, store, at: time)
        }
    }
}
