import Embedded
import Testing

@Suite("Limits of embedded metadata")
struct LimitTests {
    private func words(_ text: String, times: Int) -> [UInt8] { Array(String(repeating: text, count: times).utf8) }

    @Test("A packet of more than 1 MiB is not taken, and the answer is incomplete")
    func longPacket() {
        let parts = EmbeddedParts.find(
            in: FileFixtures.webp([("XMP ", Array(repeating: 0x20, count: 1 << 20 | 1))]), mediaType: "")
        #expect(parts.xmp.isEmpty && !parts.complete)
    }

    @Test("A compressed packet that grows over the limit is not taken")
    func bomb() {
        let text = Array(repeating: UInt8(0x20), count: 60_000)
        let block: [UInt8] = [0] + FileFixtures.little(60_000, 2) + FileFixtures.little(~60_000 & 0xFFFF, 2) + text
        let blocks = [UInt8](Array(repeating: block, count: 20).joined())
        let head = Array("XML:com.adobe.xmp\0".utf8) + [1, 0, 0, 0, 0x78, 1]
        let parts = EmbeddedParts.find(in: FileFixtures.png([FileFixtures.chunk("iTXt", head + blocks)]), mediaType: "")
        #expect(parts.xmp.isEmpty && !parts.complete)
    }

    @Test(
        "Marks without end are read in time that grows with the size", .timeLimit(.minutes(10)),
        arguments: [
            "<?xpacket begin", "<x:xmpmeta ", "<a:RDF>", ":RDF", " obj", "1 0 obj<<", "1 0 obj /ObjStm", "trailer<<",
            "[", "<</A",
        ])
    func marks(_ mark: String) {
        for start in ["II*\0", "%PDF-1.7 "] {
            let parts = EmbeddedParts.find(in: Array(start.utf8) + words(mark, times: 100_000), mediaType: "image/tiff")
            #expect(parts.xmp.count <= 64)
        }
    }
}
