internal import HTTPTypes
internal import Registry

/// Why a request is not done, in a way the person who made it can understand.
enum Refusal: Error, Hashable, Sendable {
    case notFound
    /// The body or a parameter is not what it must be; in words.
    case badRequest(String)
    /// What was asked about is no address, host or identifier.
    case nothingMeant
    case tooLong
    /// Seconds to wait.
    case tooMany(Int)
    /// The form was not given out to this browser, or too long ago.
    case strangeForm
    case notJSON
    /// No link, or one that nothing is known of.
    case noLink
    /// The registry does not take it.
    case registry(FilingRefusal)
    /// The life of the objection does not allow it; in the registry's words.
    case notAllowed(String)
    /// This registry sends no mail.
    case noMail
    /// A host could not be asked for proof, or a mail server did not take a message; in words.
    case unreachable(String)

    /// The text of the catalogue that tells it.
    var text: String {
        switch self {
        case .notFound: "error.not_found"
        case .badRequest: "error.bad_request"
        case .nothingMeant: "lookup.nothing"
        case .tooLong: "error.too_long"
        case .tooMany: "error.too_many"
        case .strangeForm: "error.strange_form"
        case .notJSON: "error.not_json"
        case .noLink: "error.no_link"
        case .registry(let refusal): "refusal.\(refusal.code.rawValue)"
        case .notAllowed: "error.not_allowed"
        case .noMail: "error.no_mail"
        case .unreachable: "error.unreachable"
        }
    }

    /// A word for programs that stays the same.
    var code: String {
        switch self {
        case .registry(let refusal): refusal.code.rawValue
        case .nothingMeant: "nothing_meant"
        default: String(text.dropFirst("error.".count))
        }
    }

    /// What more there is to say, in English.
    var detail: String {
        switch self {
        case .badRequest(let words), .notAllowed(let words), .unreachable(let words): words
        case .registry(let refusal): refusal.reason
        case .tooMany(let seconds): "try again in \(seconds) s"
        case .notJSON: "send application/json"
        case .tooLong: "\(ObjectionFiling.longestForm) octets are the most"
        case .noLink: "send the token of the link as Authorization: Bearer"
        case .nothingMeant: "q: a URL, a host or domain, a digest or an identifier is due"
        case .notFound, .strangeForm, .noMail: ""
        }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .badRequest: .badRequest
        case .nothingMeant: .unprocessableContent
        case .tooLong: .contentTooLarge
        case .tooMany: .tooManyRequests
        case .strangeForm: .forbidden
        case .notJSON: .unsupportedMediaType
        case .noLink: .unauthorized
        case .registry(let refusal):
            switch refusal.code {
            case .rateLimited: .tooManyRequests
            case .channelClosed: .forbidden
            case .duplicate: .conflict
            default: .unprocessableContent
            }
        case .notAllowed, .noMail: .conflict
        case .unreachable: .badGateway
        }
    }
}
