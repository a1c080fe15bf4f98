/// A host name as it is looked up: ASCII, lower case, no root dot.
enum DomainName {
    /// Nil for an IP address, an empty label, and for what no URL could have as its host.
    static func normalise(_ host: String) -> String? {
        var bytes = Array(host.utf8)
        var name: [UInt8] = []
        let written = bytes.withUnsafeMutableBufferPointer { host in
            do throws(WebURLError.Code) {
                try HostParser.write(UnsafeBufferPointer(host), special: true, to: &name)
                return true
            } catch {
                return false
            }
        }
        guard written, name.first != UInt8(ascii: "["), IPv4Text.parseStrict(name[...]) == nil else { return nil }
        if name.last == UInt8(ascii: ".") { name.removeLast() }
        let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        return String(decoding: name, as: UTF8.self)
    }
}
