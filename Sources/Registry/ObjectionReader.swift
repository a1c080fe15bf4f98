internal import Canonical
internal import Provenance
internal import WebAddress

/// Reads the lines of objection files, strictly: every line counts, or none does.
struct ObjectionReader {
    /// An objection, where it stood, and the canonical bytes of its line.
    struct Line {
        let objection: Objection
        let file: String
        let number: Int
        let bytes: [UInt8]
    }

    let suffixes: PublicSuffixList
    /// The time of the compile: nothing can have been recorded after it.
    let now: Timestamp
    private(set) var lines: [Line] = []

    init(suffixes: PublicSuffixList, now: Timestamp) {
        self.suffixes = suffixes
        self.now = now
    }

    mutating func read(_ bytes: [UInt8], file: String) throws(RegistryError) {
        var start = 0
        var number = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            number += 1
            lines.append(try read(line: Array(bytes[start..<end]), file: file, number: number))
            start = end + 1
        }
    }

    private func read(line: [UInt8], file: String, number: Int) throws(RegistryError) -> Line {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.read(line)
        } catch {
            let reason = "\(error); a line holds one objection and nothing else, and no line is empty"
            throw RegistryError(.notJSON, file: file, line: number, reason: reason)
        }
        let fields = try ObjectionFields(value, file: file, line: number)
        let objection = try fields.objection(suffixes, now: now)
        return Line(objection: objection, file: file, number: number, bytes: value.canonicalBytes)
    }

    /// The lines in the order of their ids.
    ///
    /// - Throws: ``RegistryError`` if an id stands twice.
    func sortedByID() throws(RegistryError) -> [Line] {
        let sorted = lines.sorted { ($0.objection.id, $0.file, $0.number) < ($1.objection.id, $1.file, $1.number) }
        for (first, second) in zip(sorted, sorted.dropFirst()) where first.objection.id == second.objection.id {
            let reason = "\(second.objection.id) stands in \(first.file):\(first.number) too; an id names one objection"
            throw RegistryError(.duplicate, file: second.file, line: second.number, key: "id", reason: reason)
        }
        return sorted
    }
}
