internal import Conformance
internal import Foundation

let outcome = ConformanceCommand.run(
    arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
exit(outcome)
