/// An entry of an operator's list that covers a capture.
public struct ListHit: Hashable, Sendable {
    /// `infringing`, `databases`, `refused`, `no-market`, `personal-data`, `classes`.
    public let list: String
    /// What the entry says of it, such as a class; empty where being on the list says all.
    public let value: String

    public init(list: String, value: String = "") {
        self.list = list
        self.value = value
    }
}
