/// JUMBF boxes and CBOR values, built by hand.
enum JUMBFFixture {
    static func big(_ number: Int, _ width: Int) -> [UInt8] {
        (0..<width).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    static func box(_ type: String, _ data: [UInt8]) -> [UInt8] { big(data.count + 8, 4) + Array(type.utf8) + data }

    static func description(_ kind: String, _ label: String?) -> [UInt8] {
        let type = Array(kind.utf8) + [0, 0x11, 0, 0x10, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71]
        return box("jumd", type + (label.map { [3] + Array($0.utf8) + [0] } ?? [0]))
    }

    static func superbox(_ kind: String, _ label: String, _ contents: [UInt8]) -> [UInt8] {
        box("jumb", description(kind, label) + contents)
    }

    /// A store of one manifest.
    static func store(_ assertions: [UInt8], signed: Bool = true) -> [UInt8] {
        let signature = signed ? superbox("c2cs", "c2pa.signature", box("cbor", [0xF6])) : []
        let manifest = superbox("c2as", "c2pa.assertions", assertions) + signature
        return superbox("c2pa", "c2pa", superbox("c2ma", "urn:uuid:1", manifest))
    }

    static func assertion(_ cbor: [UInt8], label: String = "cawg.training-mining") -> [UInt8] {
        superbox("cbor", label, box("cbor", cbor))
    }

    static func text(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return (bytes.count < 24 ? [0x60 + UInt8(bytes.count)] : [0x78, UInt8(bytes.count)]) + bytes
    }

    /// Fewer than 24 members.
    static func map(_ members: [(String, [UInt8])]) -> [UInt8] {
        [0xA0 + UInt8(members.count)] + members.flatMap { text($0.0) + $0.1 }
    }

    /// `{"entries": {KEY: {"use": USE}}}`
    static func mining(_ uses: [(String, String)]) -> [UInt8] {
        map([("entries", map(uses.map { ($0.0, map([("use", text($0.1))])) }))])
    }

    static let refusal = mining([("cawg.ai_generative_training", "notAllowed")])
}
