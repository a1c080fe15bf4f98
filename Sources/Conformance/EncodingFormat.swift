internal import Canonical
internal import Markup

/// The encoding of a page's bytes, without a header.
struct EncodingFormat: VectorFormat {
    let name = "encoding sniffing"

    func recognises(_ row: JSONValue) -> Bool { row.has("encoding") && (row.has("data") || row.has("data_b64")) }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let label = try row.text("encoding")
        guard let expected = TextEncoding(label: label) else { throw VectorFault("unknown encoding \(label)") }
        let charset = row["charset"]?.string ?? row["transport"]?.string
        let got = EncodingSniffer.sniff(try row.bytes("data"), transportCharset: charset)
        return got.encoding == expected
            ? .passed : .failed(expected: expected.rawValue, got: "\(got.encoding.rawValue) by \(got.reason.rawValue)")
    }
}
