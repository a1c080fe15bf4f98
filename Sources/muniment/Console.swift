internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#endif

/// What a person sees: results on standard output, progress and complaints on standard error.
enum Console {
    /// Whether a person watches standard error.
    static let isTerminal = isatty(2) == 1

    static func say(_ text: String) {
        var text = text + "\n"
        text.withUTF8 { FileHandle.standardOutput.write(Data($0)) }
    }

    static func complain(_ text: String) { note("muniment: " + text) }

    static func note(_ text: String) {
        var text = (isTerminal ? "\r\u{1B}[K" : "") + text + "\n"
        text.withUTF8 { FileHandle.standardError.write(Data($0)) }
    }

    /// One line that the next replaces; on something that is no terminal, a plain line.
    static func progress(_ text: String) {
        guard isTerminal else { return note(text) }
        var line = "\r\u{1B}[K" + text.prefix(width - 1)
        line.withUTF8 { FileHandle.standardError.write(Data($0)) }
    }

    /// Removes the progress line.
    static func endProgress() {
        guard isTerminal else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }

    private static var width: Int {
        var size = winsize()
        return ioctl(2, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20 ? Int(size.ws_col) : 80
    }
}
