/// Why nothing can be measured, in words.
public struct MeasureError: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
