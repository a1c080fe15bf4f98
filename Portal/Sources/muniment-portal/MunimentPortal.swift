internal import ArgumentParser
internal import Canonical
internal import Foundation
internal import Hummingbird
internal import Jobs
internal import Portal

/// The registry's web site.
@main
struct MunimentPortal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "muniment-portal", abstract: "Serves a registry to the public: notices, look-up, objections, log.",
        discussion: """
            EXAMPLES
              muniment-portal --settings config/portal.yaml
              muniment-portal --settings config/portal.yaml --port 0

            The store is made by `muniment registry init`. All of it is told in docs/portal.md.
            """)

    @Option(help: ArgumentHelp("The settings of the portal.", valueName: "file"))
    var settings: String = "config/portal.yaml"

    @Option(help: "A port instead of that of the settings; 0 for any that is free.")
    var port: Int?

    func run() async throws {
        do {
            var settings = try PortalSettings(ConfigNode.read(Self.text(settings), file: settings))
            if let port { settings.port = port }
            let config = try RunConfig.read(path: settings.config)
            let look = try StandingLook(config)
            defer { look.close() }
            let portal = try await Portal(settings, finder: look, sender: try MailRoom(config))
            let address = settings.address
            try await PortalServer(portal).application { port in
                print("the portal listens on http://\(address):\(port)/")
                fflush(nil)
            }.runService()
        } catch {
            FileHandle.standardError.write(Data("muniment-portal: \(error)\n".utf8))
            throw ExitCode(error is ConfigError ? 2 : 3)
        }
    }

    private static func text(_ path: String) throws -> String {
        do { return try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8) } catch {
            throw JobError(
                .usage, "\(path): cannot be read: \(error.localizedDescription); name a file with --settings")
        }
    }
}
