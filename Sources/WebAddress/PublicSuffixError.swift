/// Why bytes are not a Public Suffix List.
public struct PublicSuffixError: Error, Hashable, Sendable, CustomStringConvertible {
    /// 1-based line of the list; nil when the list as a whole is at fault.
    public let line: Int?
    public let reason: String

    public var description: String {
        let place = line.map { "line \($0): " } ?? ""
        return "not a Public Suffix List: \(place)\(reason); give an unchanged copy of public_suffix_list.dat"
    }
}
