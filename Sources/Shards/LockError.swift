/// Why an output folder could not be locked for a run.
public struct LockError: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    /// The process id of the run that holds it; nil if nobody holds it or it did not say.
    public let holder: Int?
    public let words: String

    public var description: String {
        let who = holder.map { " (process \($0))" } ?? ""
        return "\(path): \(words)\(who); wait for it, or choose another output folder"
    }
}
