internal import WebAddress

/// The two halves of an entry of `connect_to`.
enum HostTarget {
    static func isHost(_ text: String) -> Bool {
        do throws(WebURLError) {
            // Without a port, a path or anything else that would stand for more than a host.
            return try CanonicalURL("http://\(text)/").host == text.lowercased()
        } catch {
            return false
        }
    }

    /// `address:port`, `[address]:port` for IPv6, or `name:port`.
    static func isTarget(_ text: String) -> Bool {
        guard let colon = text.lastIndex(of: ":") else { return false }
        let port = text[text.index(after: colon)...]
        guard (1...5).contains(port.utf8.count), port.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(port), (1...65_535).contains(number)
        else { return false }
        return isHost(String(text[..<colon]))
    }
}
