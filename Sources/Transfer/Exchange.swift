internal import CCurl
internal import CCurlShim
internal import Canonical
internal import Glibc
internal import WebAddress

/// One request on its way: what the callbacks gather, and who waits for it.
///
/// Sendable because after `Mailbox.submit` only the loop's thread touches it, and before that only its maker.
final class Exchange: @unchecked Sendable {
    typealias Outcome = Result<FetchedResponse, TransferError>

    /// Why we, and not libcurl, ended the transfer.
    enum Stop {
        case verdict(String)
        case overLimit
        case decodedOverLimit
        case undecodable(String)
        case badHead(TransferError.Code, String)
    }

    let id: UInt64
    let request: FetchRequest
    let verdict: @Sendable (ResponseHead) -> BodyVerdict
    let addressGuard: AddressGuard
    private let continuation: CheckedContinuation<Outcome, Never>
    private let words = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    var head: HeadReader
    var body: [UInt8] = []
    var bytesSeen = 0
    var bodyLimit: Int
    var meter: (any BodyMeter)?
    var stop: Stop?
    var requestHead: [UInt8] = []
    var refusedAddress: IPAddress?
    private var lines = HeaderLines()
    private var address: CurlAddress?
    private var handle: EasyHandle?
    private var started = Clock.now
    private var startTick = Clock.tick

    init(
        id: UInt64, request: FetchRequest, settings: FetchSettings,
        verdict: @escaping @Sendable (ResponseHead) -> BodyVerdict,
        continuation: CheckedContinuation<Outcome, Never>
    ) {
        self.id = id
        self.request = request
        self.verdict = verdict
        self.continuation = continuation
        addressGuard = AddressGuard(allowed: settings.allowAddresses)
        bodyLimit = request.bodyLimit ?? settings.bodyLimit
        head = HeadReader(byteLimit: settings.headLimit, fieldLimit: settings.fieldLimit)
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit { words.deallocate() }

    static func from(_ context: UnsafeMutableRawPointer) -> Exchange {
        Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
    }

    /// Makes a handle ready to be added to the loop.
    func prepare(_ handle: EasyHandle, identity: Identity) throws(TransferError) {
        try request.check()
        let parsed = try CurlAddress(request.url)
        started = Clock.now
        startTick = Clock.tick
        var wanted = ["From: \(identity.mailbox)", "Accept-Encoding: gzip, deflate, br"]
        wanted += request.headers.map { "\($0.name): \($0.value)" }
        // libcurl would wait a second for leave to send (curl.se/libcurl/c/CURLOPT_POST.html, read 2026-11-30).
        if let posted = request.posted { wanted += ["Content-Type: \(posted.type)", "Expect:"] }
        for line in wanted where !lines.append(line) { throw failure(.failed, "no memory for the request head") }
        let isSet =
            handle.set(address: parsed.raw) && handle.set(CURLOPT_HTTPHEADER, lines.raw)
            && handle.set(CURLOPT_ERRORBUFFER, UnsafeMutableRawPointer(words)) && handle.setContext(self)
            && (request.posted.map { handle.post($0.bytes) } ?? true)
        guard isSet else { throw failure(.failed, "libcurl did not take the request") }
        address = consume parsed
        self.handle = handle
    }

    /// Takes the handle back, so that libcurl no longer knows of this exchange.
    func release() -> EasyHandle? {
        guard let handle else { return nil }
        self.handle = nil
        let noList: UnsafeMutablePointer<curl_slist>? = nil
        let noBuffer: UnsafeMutableRawPointer? = nil
        let isClear =
            handle.set(CURLOPT_HTTPHEADER, noList) && handle.set(CURLOPT_ERRORBUFFER, noBuffer)
            && handle.setContext(nil) && handle.set(CURLOPT_HTTPGET, 1)
        return isClear ? handle : nil
    }

    func resume(_ outcome: Outcome) { continuation.resume(returning: outcome) }

    /// Turns libcurl's result code into what the caller gets.
    func outcome(_ code: CURLcode) -> Outcome {
        if case .badHead(let code, let words) = stop { return .failure(failure(code, words)) }
        guard let head = head.head else { return .failure(headFailure(code)) }
        return .success(
            FetchedResponse(
                url: request.url, head: head, trailers: self.head.trailers, interim: self.head.interim,
                requestHead: requestHead, body: body,
                bytesSeen: bytesSeen, ending: ending(code), address: peer, started: started, finished: Clock.now,
                elapsed: Int((Clock.tick - startTick) / 1_000_000),
                openedConnection: (handle?.number(CURLINFO_NUM_CONNECTS) ?? 0) > 0))
    }

    func failure(_ code: TransferError.Code, _ words: String) -> TransferError {
        TransferError(code, subject: request.url.text, words: words, address: refusedAddress?.description ?? peer)
    }
}

extension Exchange {
    private var peer: String { handle?.text(CURLINFO_PRIMARY_IP) ?? "" }

    private func said(_ code: CURLcode) -> String {
        words.pointee == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: words)
    }

    private func ending(_ code: CURLcode) -> FetchedResponse.Ending {
        switch stop {
        case .verdict(let reason): return .refused(reason: reason)
        case .overLimit: return .overLimit
        case .decodedOverLimit: return .decodedOverLimit
        case .undecodable(let words): return .undecodable(words)
        case .badHead, nil: break
        }
        switch code {
        case CURLE_OK: return .whole
        case CURLE_OPERATION_TIMEDOUT: return .timedOut
        default: return .disconnected(said(code))
        }
    }

    private func headFailure(_ code: CURLcode) -> TransferError {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: failure(.dns, said(code))
        case CURLE_COULDNT_CONNECT where refusedAddress != nil:
            failure(.addressRefused, "an address that is not publicly routable")
        case CURLE_COULDNT_CONNECT: failure(.connect, said(code))
        case CURLE_OPERATION_TIMEDOUT: failure(.timeout, said(code))
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CACERT_BADFILE, CURLE_USE_SSL_FAILED:
            failure(.tls, said(code))
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE:
            failure(.disconnected, said(code))
        case CURLE_OUT_OF_MEMORY:
            // libcurl 7.88 reports a header line over its own 100 KB as a lack of memory.
            failure(.headTooLarge, "a header line is over libcurl's own limit")
        case CURLE_OK: failure(.disconnected, "the connection ended before the head did")
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_HTTP2, CURLE_HTTP2_STREAM,
            CURLE_BAD_CONTENT_ENCODING, CURLE_HTTP_RETURNED_ERROR:
            failure(.malformed, said(code))
        default: failure(.failed, said(code))
        }
    }
}
