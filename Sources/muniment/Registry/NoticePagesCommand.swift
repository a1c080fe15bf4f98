internal import ArgumentParser
internal import Canonical
internal import Jobs
internal import Registry
internal import Shards

struct NoticePagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pages", abstract: "Writes all notices as web pages, signed JSON and an Atom feed.",
        discussion: """
            EXAMPLE
              muniment registry notice pages --store registry.db --base https://example.org/notices/ --out public
            """)

    @OptionGroup var options: StoreOptions

    @Option(help: ArgumentHelp("The address the folder will stand at.", valueName: "url"))
    var base: String

    @Option(name: .customLong("out"), help: ArgumentHelp("The folder to write into.", valueName: "dir"))
    var output: String

    @OptionGroup var signing: SigningKeyOption

    func run() throws {
        let store = try options.open()
        let time = try options.time()
        let pages = NoticePages(
            origin: store.origin, key: try signing.read(beside: options.store), base: base, at: time)
        let files = try pages.files(try store.notices(at: time))
        for file in files {
            let path = output + "/" + file.path
            try OutputFile.makeFolder(PathText.folder(of: path))
            try OutputFile.replace(path, with: file.bytes)
        }
        Console.say(options.json ? "{\"files\":\(files.count)}" : "\(files.count) files in \(output)")
    }
}
