internal import Jobs

#if canImport(Glibc)
    internal import Glibc
#endif

/// SIGTERM and SIGINT ask for a clean end; a second one takes the program's default.
enum Signals {
    static func watch() {
        for number in [SIGTERM, SIGINT] {
            signal(number) { number in
                StopFlag.raise()
                signal(number, SIG_DFL)
            }
        }
    }
}
