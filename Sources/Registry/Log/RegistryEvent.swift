public import Canonical
internal import Ledger

/// One event of the registry's log. Its line is what is hashed: as the next event's `previous`, and as a leaf.
///
/// Source: `docs/formats/registry.md`; leaves by RFC 6962, section 2.1.
public struct RegistryEvent: Hashable, Sendable {
    /// Its place in the log, from 0.
    public let index: Int
    /// The digest of the line before it; of nothing for the first.
    public let previous: Digest
    /// When the registry learnt of it; never before the event before it.
    public let recordedAt: Timestamp
    /// The id of the objection or notice; empty where the registry itself is meant.
    public let subject: String
    public let body: EventBody

    /// Canonical JSON, without a line feed.
    public var line: [UInt8] {
        JSONValue.object(
            body.members + [
                .init("event", .string(body.name)), .init("index", .integer(Int64(index))),
                .init("previous", .string(previous.description)), .init("recorded_at", .string(recordedAt.description)),
                .init("subject", .string(subject)),
            ]
        ).canonicalBytes
    }

    public var name: String { body.name }

    init(index: Int, previous: Digest, recordedAt: Timestamp, subject: String, body: EventBody) {
        (self.index, self.previous, self.recordedAt) = (index, previous, recordedAt)
        (self.subject, self.body) = (subject, body)
    }

    /// Reads a line, and takes it only if it would be written again as it stands.
    ///
    /// - Throws: ``RegistryError`` with code `damagedLog`.
    init(line: [UInt8], at place: Int, in file: String) throws(RegistryError) {
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(line) } catch {
            throw .damaged(file, place, "it is no JSON: \(error)")
        }
        guard let name = value["event"]?.string, let index = value["index"]?.integer,
            let previous = value["previous"]?.string.flatMap({ Digest($0) }),
            let time = value["recorded_at"]?.string.flatMap({ Timestamp(rfc3339: $0) }),
            let subject = value["subject"]?.string, let body = EventBody(named: name, value)
        else { throw .damaged(file, place, "it is no event of a registry") }
        self.init(index: Int(index), previous: previous, recordedAt: time, subject: subject, body: body)
        guard self.line == line else { throw .damaged(file, place, "it is not as a registry writes it") }
    }
}

extension RegistryError {
    /// An event of a log is not what was written.
    ///
    /// - Parameter place: of the event, from 0.
    static func damaged(_ file: String, _ place: Int, _ reason: String) -> RegistryError {
        let advice = "take back the copy you kept of the store"
        return RegistryError(.damagedLog, file: file, key: "event \(place)", reason: "\(reason); \(advice)")
    }
}
