import Foundation

@testable import Jobs

/// One run of the binary that was built with these tests, in a folder of its own.
struct Command {
    let code: Int32
    let output: String
    let complaints: String

    /// Of the checkout.
    static let config = (#filePath as NSString).deletingLastPathComponent + "/../../../config/default.yaml"

    static var binary: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("muniment")
    }

    /// - Parameters:
    ///   - folder: where it runs.
    ///   - input: what it gets on standard input.
    ///   - device: what stands for standard output instead of a file.
    init(_ arguments: [String], in folder: String, input: [UInt8] = [], device: String? = nil) throws {
        let process = try Self.start(arguments, in: folder, input: input, name: UUID().uuidString, device: device)
        process.process.waitUntilExit()
        // A program that crashed has no exit code of its own.
        code = process.process.terminationStatus * (process.process.terminationReason == .exit ? 1 : -1)
        output = String(decoding: try Data(contentsOf: process.out), as: UTF8.self)
        complaints = String(decoding: try Data(contentsOf: process.err), as: UTF8.self)
    }

    /// A process that runs on, and the files it writes to.
    static func start(
        _ arguments: [String], in folder: String, input: [UInt8] = [], name: String, device: String? = nil
    ) throws -> (process: Process, out: URL, err: URL) {
        let base = NSTemporaryDirectory() + "command-" + name
        let files = ["in", "out", "err"].map { URL(fileURLWithPath: "\(base).\($0)") }
        try Data(input).write(to: files[0])
        for file in files[1...] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = binary
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: device.map { URL(fileURLWithPath: $0) } ?? files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        return (process, files[1], files[2])
    }
}
