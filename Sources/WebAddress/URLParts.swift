/// Where each component of a serialised URL begins and ends. All positions are byte offsets into `href`.
///
///     https://user:pass@example.com:8080/a/b?c#d
///          |  |   |    |          |    |    | |
///          |  |   |    |          |    |    | queryEnd
///          |  |   |    |          |    |    pathEnd
///          |  |   |    |          |    pathStart
///          |  |   |    |          hostEnd
///          |  |   |    hostStart
///          |  |   usernameEnd
///          schemeEnd
struct URLParts: Sendable {
    var scheme = SchemeKind.other
    var hasHost = false
    /// The path is one opaque text, as in `mailto:a@b`, and cannot be a base.
    var opaquePath = false
    /// -1 when the URL names no port, or its scheme's default one.
    var port: Int32 = -1
    var schemeEnd: UInt32 = 0
    var usernameEnd: UInt32 = 0
    var hostStart: UInt32 = 0
    var hostEnd: UInt32 = 0
    var pathStart: UInt32 = 0
    var pathEnd: UInt32 = 0
    var queryEnd: UInt32 = 0
}
