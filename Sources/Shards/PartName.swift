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

    /// The path of a later revision of it: `documents/part-000012-003.r1.jsonl.zst`; 0 is the file as it was first sealed.
    public func path(in folder: PartFolder, revision: Int) -> String {
        revision == 0 ? path(in: folder) : "\(folder.rawValue)/\(description).r\(revision).jsonl.zst"
    }

    /// Reads ``description``; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        guard words.count == 3, words[0] == "part", let number = Int(words[1]), let roll = Int(words[2]) else {
            return nil
        }
        self.init(number: number, roll: roll)
        guard description == text else { return nil }
    }

    public static func < (left: PartName, right: PartName) -> Bool {
        (left.number, left.roll) < (right.number, right.roll)
    }

    private static func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
