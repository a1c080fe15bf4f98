internal import Foundation
internal import Jobs
internal import Synchronization

/// Runs asynchronous work from the command's own thread.
enum Blocking {
    static func wait<Value: Sendable>(
        _ work: @escaping @Sendable () async throws(JobError) -> Value
    ) throws(JobError) -> Value {
        let done = DispatchSemaphore(value: 0)
        let box = Box<Value>()
        Task.detached {
            do throws(JobError) { box.put(.success(try await work())) } catch { box.put(.failure(error)) }
            done.signal()
        }
        done.wait()
        return try box.take().get()
    }

    private final class Box<Value: Sendable>: Sendable {
        private let result = Mutex<Result<Value, JobError>?>(nil)

        func put(_ value: Result<Value, JobError>) { result.withLock { $0 = value } }

        func take() -> Result<Value, JobError> {
            result.withLock { $0 } ?? .failure(JobError(.couldNotRun, "the work ended without a result"))
        }
    }
}
