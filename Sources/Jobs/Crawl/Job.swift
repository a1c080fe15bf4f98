internal import Canonical

/// Turns what the rooms throw into a job's error.
enum Job {
    static func run<Value: Sendable>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Value
    ) async throws(JobError) -> Value {
        do { return try await body() } catch let error as JobError {
            throw error
        } catch let error as ConfigError {
            throw JobError(.usage, error.description)
        } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }
}
