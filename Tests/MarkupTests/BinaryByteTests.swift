import Markup
import Testing

@Suite("Bytes that no text holds (WHATWG MIME Sniffing, binary data byte)")
struct BinaryByteTests {
    @Test("Every byte, one by one and at every place of a longer run")
    func everyByte() {
        let text: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x1B]
        for byte in UInt8.min...UInt8.max {
            let isBinary = byte < 0x20 && !text.contains(byte)
            #expect(BinaryByte.isBinary(byte) == isBinary)
            for place in [0, 1, 30, 31, 32, 63, 64, 69] {
                var run = [UInt8](repeating: UInt8(ascii: "x"), count: 70)
                run[place] = byte
                #expect(BinaryByte.count(in: run) == (isBinary ? 1 : 0), "byte \(byte) at \(place)")
            }
        }
    }

    @Test("Counting is the sum over the bytes", arguments: [0, 1, 31, 32, 33, 1000])
    func sums(_ length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ 5) }
        #expect(BinaryByte.count(in: bytes) == bytes.count(where: BinaryByte.isBinary))
    }
}
