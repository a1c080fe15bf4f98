/// How far a survey is.
public struct SurveyProgress: Sendable {
    public let hosts: Int
    public let hostCount: Int
    /// Site files asked for since the run began.
    public let files: Int
    /// Hosts under way.
    public let inFlight: Int
}
