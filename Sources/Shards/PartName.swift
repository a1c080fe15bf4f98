/// The number of a part: which input or segment it belongs to, and which roll of it.
public struct PartName: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The input's place in the sorted list (`filter`), or the segment's number (`crawl`).
    public let number: Int
    /// 0 for the first, one more each time the fixed count of bytes is passed.
    public let roll: Int

    public init(number: Int, roll: Int) {
        self.number = number
        self.roll = roll
    }

    /// `part-000012-003`.
    public var description: String { "part-\(Self.pad(number, 6))-\(Self.pad(roll, 3))" }

    /// The path of one of its files below the output folder.
    public func path(in folder: PartFolder) -> String { "\(folder.rawValue)/\(description).jsonl.zst" }

    public static func < (left: PartName, right: PartName) -> Bool {
        (left.number, left.roll) < (right.number, right.roll)
    }

    private static func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
