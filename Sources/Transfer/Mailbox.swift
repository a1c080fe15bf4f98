internal import CCurl
internal import CCurlShim
internal import Synchronization

/// What callers leave for the loop's thread, and how they wake it.
final class Mailbox: Sendable {
    struct Letters {
        var submitted: [Exchange] = []
        var cancelled: [UInt64] = []
        var isClosing = false

        var isEmpty: Bool { submitted.isEmpty && cancelled.isEmpty }
    }

    /// Sendable because the pointer is only used under the mailbox's lock, and cleared there before it is freed.
    private struct Loop: @unchecked Sendable {
        var multi: UnsafeMutableRawPointer?
    }

    private struct State {
        var letters = Letters()
        var loop: Loop
    }

    private let state: Mutex<State>

    init(multi: UnsafeMutableRawPointer) {
        state = Mutex(State(loop: Loop(multi: multi)))
    }

    /// - Returns: False if the fetcher is closed; the exchange is then the caller's to end.
    func submit(_ exchange: Exchange) -> Bool {
        state.withLock { state in
            guard !state.letters.isClosing else { return false }
            Self.wake(state)
            state.letters.submitted.append(exchange)
            return true
        }
    }

    func cancel(_ id: UInt64) {
        state.withLock { state in
            Self.wake(state)
            state.letters.cancelled.append(id)
        }
    }

    func close() {
        state.withLock { state in
            Self.wake(state)
            state.letters.isClosing = true
        }
    }

    func take() -> Letters {
        state.withLock { state in
            let letters = state.letters
            state.letters = Letters(isClosing: letters.isClosing)
            return letters
        }
    }

    /// After this nobody wakes the loop any more, so that its handle can be freed.
    func forgetLoop() { state.withLock { $0.loop.multi = nil } }

    /// "This function can be called from any thread" (curl.se/libcurl/c/curl_multi_wakeup.html, read 2026-11-23),
    /// but not on a handle that is being freed.
    ///
    /// Called before a letter is put in: where others lie already, the loop has been woken and has not looked yet.
    private static func wake(_ state: State) {
        guard state.letters.isEmpty, let multi = state.loop.multi else { return }
        _ = curl_multi_wakeup(multi)
    }
}
