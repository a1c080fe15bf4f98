internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#endif

/// What a person sees: results on standard output, progress and complaints on standard error.
enum Console {
    /// Whether a person watches standard error.
    static let isTerminal = isatty(2) == 1

    /// Ends the program with exit code 3 if standard output cannot be written.
    static func say(_ text: String) {
        guard let fault = write(text + "\n", to: 1) else { return }
        if fault != EPIPE { complain("standard output cannot be written: \(String(cString: strerror(fault)))") }
        exit(3)
    }

    /// - Returns: the number of the error that ended it; nil if all was written.
    private static func write(_ text: String, to descriptor: Int32) -> Int32? {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            rest = rest.dropFirst(count)
        }
        return nil
    }

    static func complain(_ text: String) { note("muniment: " + text) }

    static func note(_ text: String) {
        _ = write((isTerminal ? "\r\u{1B}[K" : "") + text + "\n", to: 2)
    }

    /// One line that the next replaces; on something that is no terminal, a plain line.
    static func progress(_ text: String) {
        guard isTerminal else { return note(text) }
        _ = write("\r\u{1B}[K" + text.prefix(width - 1), to: 2)
    }

    /// Removes the progress line.
    static func endProgress() {
        guard isTerminal else { return }
        _ = write("\r\u{1B}[K", to: 2)
    }

    private static var width: Int {
        var size = winsize()
        return ioctl(2, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20 ? Int(size.ws_col) : 80
    }
}
