internal import CCurl
internal import CCurlShim
internal import Glibc
internal import WebAddress

extension Exchange {
    /// A line of the response head or of its trailers.
    ///
    /// - Returns: Its size to go on; 0 ends the transfer.
    func takeHead(_ line: UnsafeRawBufferPointer) -> Int {
        let isTrailer = head.head != nil
        switch head.take(line) {
        case .more: return line.count
        case .complete: return askVerdict() ? line.count : 0
        case .tooLarge(let words): return refuse(.headTooLarge, words, isTrailer)
        case .malformed(let words): return refuse(.malformed, words, isTrailer)
        }
    }

    /// The next bytes of the body, transfer coding undone.
    func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        bytesSeen += bytes.count
        let room = bodyLimit - body.count
        guard bytes.count <= room else {
            body.append(contentsOf: bytes.prefix(room))
            return end(.overLimit)
        }
        body.append(contentsOf: bytes)
        switch meter?.append(bytes) ?? .fits {
        case .fits: return bytes.count
        case .overLimit: return end(.decodedOverLimit)
        case .undecodable(let words): return end(.undecodable(words))
        }
    }

    /// libcurl sends a request anew when a kept connection turns out to be dead; only the last one counts.
    func noteSent(_ bytes: UnsafeRawBufferPointer) {
        if bytes.starts(with: "GET ".utf8) { requestHead.removeAll(keepingCapacity: true) }
        requestHead.append(contentsOf: bytes)
    }

    /// Makes the socket for an address that may be spoken to.
    ///
    /// `CURL_SOCKET_BAD` makes libcurl try the name's next address, and fail when there is none.
    func openSocket(_ target: UnsafePointer<curl_sockaddr>) -> curl_socket_t {
        guard let address = AddressGuard.address(target), addressGuard.admits(address) else {
            refusedAddress = AddressGuard.address(target)
            return CURL_SOCKET_BAD
        }
        let kind = target.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
        return socket(target.pointee.family, kind, target.pointee.protocol)
    }

    private func askVerdict() -> Bool {
        guard let answered = head.head else { return false }
        switch verdict(answered) {
        case .take(let limit, let meter):
            if let limit { bodyLimit = limit }
            self.meter = meter
            // Most servers announce the length; one allocation then holds the body.
            if let length = answered.first("content-length").flatMap({ Int($0) }), length > 0 {
                body.reserveCapacity(min(length, bodyLimit, 1_048_576))
            }
            return true
        case .refuse(let reason):
            stop = .verdict(reason)
            return false
        }
    }

    private func refuse(_ code: TransferError.Code, _ words: String, _ isTrailer: Bool) -> Int {
        end(isTrailer ? .undecodable("trailer: \(words)") : .badHead(code, words))
    }

    private func end(_ reason: Stop) -> Int {
        stop = reason
        return 0
    }
}
