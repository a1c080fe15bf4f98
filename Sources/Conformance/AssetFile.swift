internal import Embedded
internal import Markup
internal import Provenance
internal import Rights

/// One asset that is a vector of its own: it must be read to its end, and what it says of training is told.
enum AssetFile {
    static let endings = [".png", ".jpg", ".jpeg", ".webp", ".pdf", ".epub", ".c2pa", ".xmp", ".heic", ".tif", ".tiff"]

    static func isAsset(_ path: String) -> Bool { endings.contains { path.lowercased().hasSuffix($0) } }

    /// Passed if nothing in it was unreadable, whatever it says.
    static func check(_ bytes: [UInt8]) -> VectorOutcome {
        let parts = EmbeddedParts.find(in: bytes, mediaType: "")
        let wanted = "a \(parts.kind.rawValue) file whose metadata can be read"
        guard parts.complete else { return .failed(expected: wanted, got: parts.trouble) }
        for part in parts.xmp {
            if let fault = XMP(part.bytes).reading.fault { return .failed(expected: wanted, got: "XMP: \(fault)") }
        }
        for part in parts.c2pa where !C2PAStore(part.bytes).isWhole {
            return .failed(expected: wanted, got: "a C2PA store that cannot be read")
        }
        return .passed
    }

    /// What an asset says of training, in words.
    static func words(_ bytes: [UInt8]) -> String {
        let parts = EmbeddedParts.find(in: bytes, mediaType: "")
        let stores = parts.c2pa.flatMap { C2PAStore($0.bytes).assertions }.map {
            "\($0.label): \($0.answer(for: .generativeTraining).rawValue)"
        }
        let packets = parts.xmp.compactMap { EmbeddedVectorFormat.mining(in: XMP($0.bytes)) }.map {
            "\($0.value): \($0.answer(for: .generativeTraining).rawValue)"
        }
        let found = stores + packets
        return found.isEmpty ? "nothing said of training" : found.joined(separator: ", ")
    }
}
