/// Why a filing, or a row of a list, is not taken.
public struct FilingRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    public let code: RefusalCode
    /// In words, with what to do.
    public let reason: String

    init(_ code: RefusalCode, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    public var description: String { "\(code.rawValue): \(reason)" }
}
