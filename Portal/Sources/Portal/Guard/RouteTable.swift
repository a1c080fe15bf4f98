internal import Hummingbird

/// Which methods a path has, so that any other is told so and not that there is no such path (RFC 9110, section 15.5.6).
struct RouteTable: Sendable {
    private let routes: [(parts: [String], methods: Set<String>)]

    init(_ router: Router<PortalContext>) {
        routes = Dictionary(grouping: router.routes) { "\($0.path)" }.map { path, routes in
            var methods = Set(routes.map(\.method.rawValue))
            if methods.contains("GET") { methods.insert("HEAD") }
            return (path.split(separator: "/").map(String.init), methods)
        }
    }

    /// The methods of a path, for a request by a method it has not.
    ///
    /// - Returns: Nil if it has the method, or there is no such path.
    func allowed(_ path: String, _ method: String) -> String? {
        let parts = path.split(separator: "/").map(String.init)
        let methods = routes.filter { Self.fits(parts, $0.parts) }.reduce(into: Set<String>()) {
            $0.formUnion($1.methods)
        }
        return methods.isEmpty || methods.contains(method) ? nil : methods.sorted().joined(separator: ", ")
    }

    private static func fits(_ parts: [String], _ pattern: [String]) -> Bool {
        parts.count == pattern.count
            && zip(parts, pattern).allSatisfy { $1.hasPrefix(":") || $1.hasPrefix("{") || $0 == $1 }
    }
}
