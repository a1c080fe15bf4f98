internal import ArgumentParser

/// For commands that write nothing, so that a script may give every step of settling the same option.
struct ReadingOptions: ParsableArguments {
    @Flag(help: "Write nothing, as this command never does.")
    var dryRun = false
}
