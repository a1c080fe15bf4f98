public import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// The portal as a server.
public struct PortalServer {
    private static let idle = TimeAmount.seconds(30)
    private static let longestField = 64 << 10
    let portal: Portal

    public init(_ portal: Portal) { self.portal = portal }

    /// - Parameter onRunning: Is given the port once connections are taken.
    public func application(onRunning: @escaping @Sendable (Int) -> Void = { _ in }) -> some ApplicationProtocol {
        let settings = portal.settings
        let decoder = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: Self.longestField, maxHeaderListSize: 2 * Self.longestField, maxHeaderFieldCount: 100)
        return Application(
            router: router(),
            server: .http1(configuration: .init(idleTimeout: Self.idle, httpDecoderConfiguration: decoder)),
            configuration: .init(
                address: .hostname(settings.address, port: settings.port), backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(settings.limits.connections)),
            onServerRunning: { channel in onRunning(channel.localAddress?.port ?? settings.port) },
            logger: portal.faults.logger)
    }

    private func router() -> Router<PortalContext> {
        // What the routes are is known only once they are there, and the guard stands before all of them.
        let bare = Router(context: PortalContext.self)
        addRoutes(to: bare)
        let router = Router(context: PortalContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: GuardMiddleware(portal: portal, routes: RouteTable(bare)))
        addRoutes(to: router)
        return router
    }

    private func addRoutes(to router: Router<PortalContext>) {
        SiteRoutes(portal: portal).add(to: router)
        APIRoutes(portal: portal).add(to: router)
    }
}
