internal import Foundation

/// The command `muniment-conformance [FILE…]`.
public enum ConformanceCommand {
    static let usage = """
        Usage: conformance [FILE…]
        Runs vector files; without FILE every one it knows under $CONFORMANCE_DIR.
        Prints `N passed, N failed` per file and every failure.
        Exit: 0 no failure, 1 some rows failed, 2 usage, 3 a file cannot be read.
        """

    /// Runs the files and prints the reports.
    ///
    /// - Returns: The exit code.
    public static func run(arguments: [String], environment: [String: String]) -> Int32 {
        if arguments.contains("--help") || arguments.contains("-h") {
            print(usage)
            return 0
        }
        if let option = arguments.first(where: { $0.hasPrefix("-") }) {
            complain("unknown option \(option)\n" + usage)
            return 2
        }
        if !arguments.isEmpty { return run(arguments.map { VectorFile(path: $0, label: $0) }) }
        guard let folder = environment["CONFORMANCE_DIR"], !folder.isEmpty else {
            complain("no FILE given and CONFORMANCE_DIR is not set\n" + usage)
            return 2
        }
        let files = VectorFolder(path: folder).files
        guard !files.isEmpty else {
            complain("\(folder): no vector file in it")
            return 3
        }
        return run(files)
    }

    private static func run(_ files: [VectorFile]) -> Int32 {
        var (passed, failed, skipped, unread) = (0, 0, 0, false)
        for file in files {
            switch file.run() {
            case .success(let report):
                report.lines.forEach { print($0) }
                passed += report.passed
                failed += report.failures.count
                skipped += report.skippedCount
            case .failure(let fault):
                complain(fault.description)
                unread = true
            }
        }
        print("conformance: \(passed) passed, \(failed) failed, \(skipped) skipped")
        return unread ? 3 : failed > 0 ? 1 : 0
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data(("conformance: " + text + "\n").utf8))
    }
}
