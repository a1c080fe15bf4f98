internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Settlement

struct SettleUnmatched: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmatched",
        abstract: "Shows what settled pools hold for owners that are not known, or looks for a work or a host in it.",
        discussion: """
            With --search it ends with 1 if nothing is found.

            EXAMPLE
              muniment settle unmatched settled
              muniment settle unmatched settled-2025 settled-2026 --search https://blog.example/
            """)

    @Argument(help: "Folders that settle allocate wrote.")
    var folders: [String]

    @Option(help: "A work, an identifier, a host or an address.")
    var search: String?

    @OptionGroup var reading: ReadingOptions

    @Flag(help: "Print a JSON line for each instead of text.")
    var json = false

    func run() throws {
        var (table, count) = (Table(rightAligned: [3]), 0)
        table.add(["pool", "work", "why", "amount", "claims to", "held until at least"])
        for folder in folders {
            let all = try SettleCommand.settling { try UnmatchedUses(folder: folder) }
            for use in search.map({ all.found(by: $0) }) ?? all.uses {
                count += 1
                if json {
                    Console.say(Self.json(all, use))
                } else {
                    table.add([
                        all.pool, use.work, use.why, all.currency.text(use.amount), all.claimsTo, all.heldUntil,
                    ])
                }
            }
        }
        if !json {
            Console.say(count == 0 ? "nothing is unmatched\(search.map { " that \($0) names" } ?? "")" : table.text)
        }
        guard count > 0 || search == nil else {
            throw JobError(.finding, "no unmatched use is named by \(search ?? "")")
        }
    }

    private static func json(_ all: UnmatchedUses, _ use: UnmatchedUses.Use) -> String {
        let value = JSONValue.object([
            .init("amount", .integer(use.amount)), .init("claimsTo", .string(all.claimsTo)),
            .init("currency", .string(all.currency.code)), .init("heldUntil", .string(all.heldUntil)),
            .init("pool", .string(all.pool)), .init("society", .string(all.society)), .init("why", .string(use.why)),
            .init("work", .string(use.work)),
        ])
        return String(decoding: value.canonicalBytes, as: UTF8.self)
    }
}
