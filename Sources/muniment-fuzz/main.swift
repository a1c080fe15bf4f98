internal import Foundation
internal import Fuzzing

let arguments = Array(CommandLine.arguments.dropFirst())

#if FUZZING
    @_silgen_name("LLVMFuzzerRunDriver")
    func runDriver(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
    ) -> CInt

    // Set once, before the driver starts its one thread.
    nonisolated(unsafe) var chosen: (@Sendable ([UInt8]) -> Void)?

    if let name = arguments.first, let run = FuzzCommand.target(name) {
        chosen = run
        var words = CommandLine.unsafeArgv
        words[1] = words[0]
        words += 1
        var pointer = UnsafeMutablePointer(words)
        var count = CInt(CommandLine.argc - 1)
        exit(
            runDriver(&count, &pointer) { data, size in
                chosen?(Array(UnsafeBufferPointer(start: data, count: size)))
                return 0
            })
    }
#endif
exit(FuzzCommand.run(arguments))
