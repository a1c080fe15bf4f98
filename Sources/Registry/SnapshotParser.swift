internal import Canonical

/// Reads the bytes of a snapshot, which are in one form only, and refuses every other.
struct SnapshotParser {
    struct Parsed {
        let digest: Digest
        let header: SnapshotHeader
        let records: [SnapshotRecord]
        let publicSuffixList: [UInt8]
    }

    /// `{"sha256":"…"}` and a line feed.
    private static let trailerLength = 78

    static func parse(_ bytes: [UInt8]) throws(RegistryError) -> Parsed {
        let digest = try checkedDigest(bytes)
        let body = bytes.count - trailerLength
        guard let headerEnd = bytes[..<body].firstIndex(of: 0x0A) else { throw damage("it has no header") }
        let header = try SnapshotHeader(Array(bytes[..<headerEnd]))
        let result: Result<([SnapshotRecord], end: Int), RegistryError> = bytes.withUnsafeBufferPointer { buffer in
            var entries = EntryParser(UnsafeBufferPointer(rebasing: buffer[..<body]), from: headerEnd + 1)
            return entries.records(header)
        }
        let (records, end) = try result.get()
        let list = try list(Array(bytes[end..<body]), header)
        return Parsed(digest: digest, header: header, records: records, publicSuffixList: list)
    }

    /// The digest of all bytes, once the last line has been found to be that of all bytes before it.
    private static func checkedDigest(_ bytes: [UInt8]) throws(RegistryError) -> Digest {
        guard bytes.count > trailerLength else { throw damage("it is cut off, or no snapshot") }
        guard bytes.count <= Int(UInt32.max) else {
            throw RegistryError(.unknownFormat, file: "snapshot", reason: "it is larger than 4 GiB; split the registry")
        }
        let body = bytes.count - trailerLength
        var hasher = Digest.Hasher()
        bytes.withUnsafeBytes { hasher.update(UnsafeRawBufferPointer(rebasing: $0[..<body])) }
        let trailer = "{\"sha256\":\"\(hasher.finish().hex)\"}\n"
        guard bytes[body...].elementsEqual(trailer.utf8) else {
            throw damage("its bytes do not have the digest its last line names")
        }
        bytes.withUnsafeBytes { hasher.update(UnsafeRawBufferPointer(rebasing: $0[body...])) }
        return hasher.finish()
    }

    private static func list(_ line: [UInt8], _ header: SnapshotHeader) throws(RegistryError) -> [UInt8] {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.read(line)
        } catch {
            throw damage("its Public Suffix List cannot be read: \(error)")
        }
        guard let text = value["public_suffix_list"]?.string, value.canonicalBytes + [0x0A] == line,
            value.members?.count == 1, Digest(of: text) == header.publicSuffixList
        else { throw damage("its Public Suffix List is not the one its header names") }
        return Array(text.utf8)
    }

    static func damage(_ reason: String) -> RegistryError {
        RegistryError(
            .damagedSnapshot, file: "snapshot", reason: "\(reason); compile it again, or fetch an unchanged copy")
    }
}
