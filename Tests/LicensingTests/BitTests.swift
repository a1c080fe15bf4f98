import Testing

@testable import Licensing

@Suite("Values of facts")
struct BitTests {
    @Test("a value's bit is its place in the list that packs are read against")
    func bits() {
        for (place, value) in AccessValue.allCases.enumerated() { #expect(value.bit == 1 << UInt64(place)) }
        for (place, value) in ObjectionValue.allCases.enumerated() { #expect(value.bit == 1 << UInt64(place)) }
        for (place, value) in LicenceID.allCases.enumerated() { #expect(value.bit == 1 << UInt64(place)) }
        for fact in Fact.allCases { #expect(fact.values.count <= 64) }
    }
}
