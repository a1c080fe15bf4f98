/// Why money is not shared out, and what to do.
public struct SettlementError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        /// A sum, product or share beyond what the numbers hold.
        case overflow
        /// A file, a line or a value that cannot be meant.
        case badInput
        /// Deductions of more than the gross amount.
        case deductionsOverGross
        /// Files that speak of different pools, periods, currencies or tariffs.
        case mismatch
        /// A period that is closed stays as it is.
        case closed
        /// A period that goes on, or a thing that is dated in the future.
        case notYet
        /// Rules that this program does not know.
        case unknownRules
    }

    public let code: Code
    public let reason: String

    public init(_ code: Code, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    public var description: String { reason }
}
