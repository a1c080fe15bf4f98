/// Where two JSON texts first differ.
public enum JSONDifference {
    /// The path of the first key or item that is another; empty if there is none, or one of them is no JSON.
    public static func first(_ left: [UInt8], _ right: [UInt8]) -> String {
        do { return path(try JSONReader.read(left), try JSONReader.read(right), "") ?? "" } catch { return "" }
    }

    private static func path(_ left: JSONValue, _ right: JSONValue, _ here: String) -> String? {
        if left == right { return nil }
        if let one = left.members, let other = right.members {
            for key in (one + other).map(\.key) where left[key] != right[key] {
                let below = here.isEmpty ? key : "\(here).\(key)"
                guard let old = left[key], let new = right[key] else { return below }
                return path(old, new, below)
            }
        }
        if let one = left.array, let other = right.array {
            for place in 0..<max(one.count, other.count) {
                guard place < one.count, place < other.count else { return "\(here)[\(place)]" }
                if let found = path(one[place], other[place], "\(here)[\(place)]") { return found }
            }
        }
        return here
    }
}
