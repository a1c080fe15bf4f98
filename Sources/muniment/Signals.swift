internal import Jobs

#if canImport(Glibc)
    internal import Glibc
#endif

/// SIGTERM and SIGINT ask for a clean end; a second one takes the program's default. A file that may grow no further is told
/// as any other fault of the disk, and does not end the program without a word.
enum Signals {
    static func watch() {
        signal(SIGXFSZ, SIG_IGN)
        for number in [SIGTERM, SIGINT] {
            signal(number) { number in
                StopFlag.raise()
                signal(number, SIG_DFL)
            }
        }
    }
}
