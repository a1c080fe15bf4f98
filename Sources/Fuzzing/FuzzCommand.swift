internal import Foundation

/// `muniment-fuzz list`, `muniment-fuzz TARGET FILE…` (runs the files through a target once, to see a finding again).
///
/// Built by `scripts/fuzz`, with the compiler's fuzzer, `muniment-fuzz TARGET [option of libFuzzer]…` searches.
public enum FuzzCommand {
    /// The names of all targets, in order.
    public static let names = FuzzTarget.all.map(\.name)

    public static func target(_ name: String) -> (@Sendable ([UInt8]) -> Void)? {
        FuzzTarget.all.first { $0.name == name }?.run
    }

    /// - Returns: The exit code: 0 done, 2 usage, 3 a file cannot be read.
    public static func run(_ arguments: [String]) -> Int32 {
        if arguments == ["list"] {
            for name in names { print(name) }
            return 0
        }
        guard let name = arguments.first, let run = target(name) else {
            print("usage: muniment-fuzz list | muniment-fuzz TARGET FILE…")
            return 2
        }
        for path in arguments.dropFirst() {
            guard let data = FileManager.default.contents(atPath: path) else {
                print("\(path): cannot be read")
                return 3
            }
            run([UInt8](data))
        }
        return 0
    }
}
