/// One request of a capture: the URL asked and the status answered.
public struct Hop: Hashable, Sendable {
    public let url: String
    /// 0 if nothing was answered.
    public let status: Int

    public init(url: String, status: Int) {
        self.url = url
        self.status = status
    }
}
