/// A response header as a person or a program gives it.
public enum HeaderLine {
    /// Reads `Name: value`.
    ///
    /// - Throws: ``JobError`` of kind `usage` for what no server could send.
    public static func read(_ line: String) throws(JobError) -> (name: String, value: String) {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            throw JobError(.usage, "--header '\(Shown.text(line))': 'Name: value' is due")
        }
        let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        let pair = (name: String(line[..<colon]), value: String(value))
        if let fault = fault(pair.name, pair.value) {
            throw JobError(.usage, "--header '\(Shown.text(line))': \(fault)")
        }
        return pair
    }

    /// What is wrong with a field, if anything. Source: RFC 9110, sections 5.1 and 5.5, read 2026-11-24.
    static func fault(_ name: String, _ value: String) -> String? {
        let others = Set("!#$%&'*+-.^_`|~".utf8)
        let isToken = name.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) && byte < 0x7B || others.contains(byte)
        }
        guard !name.isEmpty, isToken else { return "a field's name is letters, digits and - before the colon" }
        guard !value.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0 }) else {
            return "a field's value is one line"
        }
        return nil
    }
}
