internal import Hummingbird
internal import HTTPTypes

/// Forms are taken only from the browser they were given to.
///
/// A cookie names the browser by 192 random bits; a field of each form is the store's seal over it, which no other site can
/// make or read. Besides, browsers say by `Sec-Fetch-Site` where a request was made.
struct FormGuard: Sendable {
    static let field = "form"
    private static let octets = 24
    let desk: StoreDesk
    let isSecure: Bool

    /// The prefix makes browsers refuse it from any other host or path.
    private var cookie: String { isSecure ? "__Host-portal" : "portal" }

    /// The mark of a browser, new if it has none.
    func mark(_ request: Request) -> String {
        let known = request.cookies[cookie]?.value ?? ""
        return Token.isToken(known) ? known : Token.make(Self.octets)
    }

    func seal(_ mark: String) -> String { desk.seal(mark, for: "form") }

    func set(_ mark: String, on response: inout Response) {
        // Lax: the cookie comes with a link from elsewhere, and with no form from elsewhere.
        response.setCookie(
            Cookie(name: cookie, value: mark, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax))
    }

    /// - Throws: ``Refusal`` `strangeForm`.
    func check(_ request: Request, _ fields: FormFields) throws(Refusal) {
        let site = request.headers[.fetchSite]
        guard site == nil || site == "same-origin" || site == "none" else { throw .strangeForm }
        guard let mark = request.cookies[cookie]?.value, Token.isToken(mark),
            Token.areSame(fields[Self.field], seal(mark))
        else { throw .strangeForm }
    }
}
