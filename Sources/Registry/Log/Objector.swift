internal import Canonical

/// Who objects. It is kept outside the log and can be erased without lifting the objection.
public struct Objector: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case author, publisher, agent, society = "cmo", estate, authority, user
    }

    public var name: String
    public var kind: Kind
    /// A mail address.
    public var contact: String
    /// `isni:…`, `orcid:…`, `ipi:…`.
    public var identifiers: [String]

    public init(name: String, kind: Kind, contact: String, identifiers: [String] = []) {
        (self.name, self.kind, self.contact, self.identifiers) = (name, kind, contact, identifiers)
    }

    /// The contact as it is compared: without case, without what follows a `+` before the `@`, with the domain in its one form.
    var comparedContact: String {
        let parts = contact.lowercased().split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let box = parts[0].split(separator: "+").first else { return contact.lowercased() }
        guard case .success(let host) = ObjectionScope.host(String(parts[1])) else { return "\(box)@\(parts[1])" }
        return "\(box)@\(host)"
    }
}
