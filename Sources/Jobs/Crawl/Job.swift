/// Turns what the rooms throw into a job's error.
enum Job {
    static func run<Value: Sendable>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Value
    ) async throws(JobError) -> Value {
        do { return try await body() } catch { throw JobError(error) }
    }
}
