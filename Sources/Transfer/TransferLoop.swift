internal import CCurl
internal import CCurlShim
internal import Glibc

/// The thread that owns the curl multi handle and every easy handle.
///
/// Sendable because everything but the mailbox is touched by `run` alone, which one thread calls once.
final class TransferLoop: @unchecked Sendable {
    let mailbox: Mailbox
    private let multi: UnsafeMutableRawPointer
    private let settings: FetchSettings
    private var connectTo = HeaderLines()
    private var running: [UnsafeMutableRawPointer: Exchange] = [:]
    private var handles: [UInt64: EasyHandle] = [:]
    private var spare: [EasyHandle] = []

    static let isStarted = curl_global_init(shim_global_all) == CURLE_OK

    init(_ settings: FetchSettings) throws(TransferError) {
        guard Self.isStarted, let multi = curl_multi_init() else {
            throw TransferError(.failed, subject: "libcurl", words: "it could not be started")
        }
        self.multi = multi
        self.settings = settings
        mailbox = Mailbox(multi: multi)
        _ = shim_multi_set_long(multi, CURLMOPT_MAXCONNECTS, settings.idleConnections)
        for (host, target) in settings.connectTo.sorted(by: { $0.key < $1.key }) {
            guard connectTo.append("\(host)::\(target)") else {
                throw TransferError(.failed, subject: "libcurl", words: "no memory")
            }
        }
        guard let handle = EasyHandle() else {
            throw TransferError(.failed, subject: "libcurl", words: "no memory for a handle")
        }
        if let option = handle.configure(settings, connectTo: connectTo) {
            throw TransferError(.badSettings, subject: option, words: "this libcurl does not know the option")
        }
        spare.append(handle)
    }

    deinit {
        mailbox.forgetLoop()
        spare.removeAll()
        _ = curl_multi_cleanup(multi)
    }

    func run() {
        var stillRunning: Int32 = 0
        while true {
            let letters = mailbox.take()
            if letters.isClosing { return shutDown(letters) }
            for exchange in letters.submitted { start(exchange) }
            for id in letters.cancelled { cancel(id) }
            _ = curl_multi_perform(multi, &stillRunning)
            collect()
            _ = curl_multi_poll(multi, nil, 0, 1000, nil)
        }
    }

    private func start(_ exchange: Exchange) {
        guard let handle = spare.popLast() ?? freshHandle() else {
            return exchange.resume(.failure(exchange.failure(.failed, "no memory for a handle")))
        }
        do throws(TransferError) {
            try exchange.prepare(handle, identity: settings.identity)
        } catch {
            if let handle = exchange.release() { spare.append(handle) }
            return exchange.resume(.failure(error))
        }
        running[handle.raw] = exchange
        handles[exchange.id] = handle
        let code = curl_multi_add_handle(multi, handle.raw)
        if code != CURLM_OK {
            finish(handle.raw, .failure(exchange.failure(.failed, String(cString: curl_multi_strerror(code)))))
        }
    }

    private func freshHandle() -> EasyHandle? {
        guard let handle = EasyHandle(), handle.configure(settings, connectTo: connectTo) == nil else { return nil }
        return handle
    }

    private func collect() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let raw = message.pointee.easy_handle else { continue }
            let code = shim_message_result(message)
            guard let exchange = running[raw] else { continue }
            finish(raw, exchange.outcome(code))
        }
    }

    private func cancel(_ id: UInt64) {
        guard let handle = handles[id], let exchange = running[handle.raw] else { return }
        finish(handle.raw, .failure(exchange.failure(.cancelled, "the caller no longer waits")))
    }

    private func finish(_ raw: UnsafeMutableRawPointer, _ outcome: Exchange.Outcome) {
        guard let exchange = running.removeValue(forKey: raw) else { return }
        handles[exchange.id] = nil
        _ = curl_multi_remove_handle(multi, raw)
        if let handle = exchange.release() { spare.append(handle) }
        exchange.resume(outcome)
    }

    private func shutDown(_ letters: Mailbox.Letters) {
        for exchange in letters.submitted { exchange.resume(.failure(exchange.failure(.closed, "the fetcher closed"))) }
        for (raw, exchange) in running { finish(raw, .failure(exchange.failure(.closed, "the fetcher closed"))) }
    }
}
