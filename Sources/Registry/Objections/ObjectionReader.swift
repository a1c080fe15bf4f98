internal import Canonical
internal import Provenance
internal import WebAddress

/// Reads the lines of objection files, strictly.
struct ObjectionReader {
    let suffixes: PublicSuffixList
    /// The time of the compile: nothing can have been recorded after it.
    let now: Timestamp

    func read(line: [UInt8], file: String, number: Int) throws(RegistryError) -> Objection {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.read(line)
        } catch {
            let reason = "\(error); a line holds one objection and nothing else, and no line is empty"
            throw RegistryError(.notJSON, file: file, line: number, reason: reason)
        }
        return try ObjectionFields(value, file: file, line: number).objection(suffixes, now: now)
    }
}
