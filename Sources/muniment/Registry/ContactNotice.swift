internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry

/// Tells the contact of an objection what is under way against it.
struct ContactNotice: ParsableArguments {
    @Option(help: "The settings file, by whose registry.mail the contact is written to.")
    var config: String?

    /// Writes to the contact if something is under way. Whoever must be told in another way is named.
    ///
    /// - Throws: ``JobError`` if no message went; what is under way is, all the same.
    func tell(_ life: ObjectionLife, _ store: RegistryStore, at: Timestamp) throws {
        guard let pending = life.pending else { return }
        guard let config else {
            return Console.complain("the contact was not written to; tell them, or name the settings with --config")
        }
        guard let room = try MailRoom(try RunConfig.read(path: config)) else {
            return Console.complain(
                "the contact was not written to: \(config) names no way in registry.mail; tell them")
        }
        guard let address = try store.contact(of: life.id) else {
            return Console.complain("\(life.id) has no contact that can be written to")
        }
        let (subject, text) = MailRoom.notice(of: pending, life.id, origin: store.origin)
        do {
            try Blocking.wait { () async throws(JobError) in
                try await room.tell(address, subject: subject, text: text, at: at)
            }
        } catch {
            throw JobError(
                .couldNotRun,
                "\(life.id): it is under way, but the contact could not be written to; tell them: \(error)")
        }
        Console.complain("the contact was written to")
    }
}
