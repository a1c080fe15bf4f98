internal import Glibc
internal import Synchronization

/// Fetches one hop at a time over http and https, within limits, under one identity.
///
/// Redirects are not followed: a 3xx answer is a response like any other, and the next hop is the caller's decision.
/// TLS is always verified. Each resolved address is checked just before it is connected to. There are no cookies, no
/// credentials and no proxy. How many requests go to one host at a time is the caller's affair.
public final class Fetcher: Sendable {
    private let settings: FetchSettings
    private let mailbox: Mailbox
    private let lastID = Atomic<UInt64>(0)

    /// Starts the fetcher's thread. Call ``close()`` when done.
    ///
    /// - Throws: ``TransferError`` with code `badSettings` or `failed`.
    public init(_ settings: FetchSettings) throws(TransferError) {
        try settings.check()
        let loop = try TransferLoop(settings)
        self.settings = settings
        mailbox = loop.mailbox
        var thread = pthread_t()
        let context = Unmanaged.passRetained(loop)
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<TransferLoop>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        guard code == 0 else {
            context.release()
            throw TransferError(.failed, subject: "thread", words: String(cString: strerror(code)))
        }
        pthread_detach(thread)
    }

    deinit { mailbox.close() }

    /// Sends one GET and takes the answer as far as the verdict and the limits allow.
    ///
    /// - Parameter onHead: Asked once, when the final response head is whole and before any byte of the body is
    ///   taken. It runs on the fetcher's thread and holds up every transfer: it must be quick and must not block.
    /// - Throws: ``TransferError`` if no whole response head came. Cancelling the task ends the transfer at once
    ///   with code `cancelled`.
    public func fetch(
        _ request: FetchRequest, onHead: @escaping @Sendable (ResponseHead) -> BodyVerdict
    ) async throws(TransferError) -> FetchedResponse {
        let id = lastID.wrappingAdd(1, ordering: .relaxed).newValue
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                submit(
                    Exchange(id: id, request: request, settings: settings, verdict: onHead, continuation: continuation))
            }
        } onCancel: {
            mailbox.cancel(id)
        }
        return try outcome.get()
    }

    /// Ends every transfer with code `closed` and stops the thread. Later fetches end the same way.
    public func close() { mailbox.close() }

    private func submit(_ exchange: Exchange) {
        guard mailbox.submit(exchange) else {
            return exchange.resume(.failure(exchange.failure(.closed, "the fetcher closed")))
        }
        // A cancellation that came before the submission was about an exchange nobody knew.
        if Task.isCancelled { mailbox.cancel(exchange.id) }
    }
}
