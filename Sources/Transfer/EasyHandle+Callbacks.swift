internal import CCurl
internal import CCurlShim
internal import Glibc

extension EasyHandle {
    /// Points libcurl at the functions below; the exchange they speak to is set for each transfer.
    func setCallbacks() -> Bool {
        let head = shim_easy_set_sink(raw, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            return Exchange.from(context).takeHead(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        let body = shim_easy_set_sink(raw, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            return Exchange.from(context).takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        let debug = shim_easy_set_debug(raw) { _, kind, bytes, count, context in
            guard kind == CURLINFO_HEADER_OUT, let bytes, let context else { return 0 }
            Exchange.from(context).noteSent(UnsafeRawBufferPointer(start: bytes, count: count))
            return 0
        }
        let open = shim_easy_set_socket(raw) { context, _, target in
            guard let context, let target else { return CURL_SOCKET_BAD }
            return Exchange.from(context).openSocket(target)
        }
        return [head, body, debug, open].allSatisfy { $0 == CURLE_OK }
    }

    /// The exchange that the callbacks of the next transfer speak to; nil between transfers.
    func setContext(_ exchange: Exchange?) -> Bool {
        let context = exchange.map { Unmanaged.passUnretained($0).toOpaque() }
        let options = [CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_DEBUGDATA, CURLOPT_OPENSOCKETDATA]
        return options.allSatisfy { set($0, context) }
    }
}
