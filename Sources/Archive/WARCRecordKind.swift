/// The kinds of record WARC 1.1 defines (section 5.5, `WARC-Type`).
public enum WARCRecordKind: String, Hashable, Sendable, CaseIterable {
    case warcinfo, response, resource, request, metadata, revisit, conversion, continuation
    /// `WARC-Type` is missing or a word the standard does not know. Such records shall be passed over.
    case unknown

    init(_ value: ArraySlice<UInt8>) {
        let found = Self.allCases.first { kind in
            kind.rawValue.utf8.count == value.count
                && zip(kind.rawValue.utf8, value).allSatisfy { $0 == HeaderFields.lower($1) }
        }
        self = found ?? .unknown
    }
}
