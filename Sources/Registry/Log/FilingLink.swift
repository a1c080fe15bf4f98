internal import Canonical

/// By what a form is known when it is sent again, and its objection to whoever holds the link to it.
///
/// The token is made of the key that came with the form and of the form itself: sent again, both give the same token. The
/// store keeps digests of all three.
public struct FilingLink: Hashable, Sendable {
    /// Of the key that came with the form.
    let key: Digest
    let form: Digest
    /// 256 bits in base64url: whoever has it may read how the objection stands, and no more.
    public let token: String

    init(key: String, form: [UInt8], seal: (String) -> String) {
        self.key = Digest(of: "muniment/filing-key/v1\n\(key)")
        self.form = Digest(of: form)
        token = seal("\(key)\n\(self.form.hex)")
    }

    /// What the store has of a token.
    static func mark(_ token: String) -> Digest { Digest(of: "muniment/link/v1\n\(token)") }
}
