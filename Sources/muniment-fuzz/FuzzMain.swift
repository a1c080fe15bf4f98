internal import Foundation
internal import Fuzzing

#if FUZZING
    // The fuzzer brings a `main` of its own; the target is named by the environment, since the arguments are the fuzzer's.
    private let target: @Sendable ([UInt8]) -> Void = {
        let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
        guard let run = FuzzCommand.target(name) else { preconditionFailure("FUZZ_TARGET names no target: \(name)") }
        return run
    }()

    @_cdecl("LLVMFuzzerTestOneInput")
    public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
        target(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
    }
#else
    @main
    struct FuzzMain {
        static func main() { exit(FuzzCommand.run(Array(CommandLine.arguments.dropFirst()))) }
    }
#endif
