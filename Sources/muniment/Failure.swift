internal import Jobs

/// A command that did not do what was asked: what to say, and the exit code.
struct Failure: Error {
    let code: Int32
    let message: String

    init(code: Int32, message: String) {
        self.code = code
        self.message = message
    }

    init(_ error: JobError) {
        code = error.kind == .usage ? 2 : 3
        message = error.message
    }
}
