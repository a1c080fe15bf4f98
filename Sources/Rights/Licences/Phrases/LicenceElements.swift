/// The elements of a licence of Creative Commons that a short text names, with or without the name of the house:
/// `Attribution-NonCommercial 4.0 International`, `BY-NC-ND`, `cc-by-nc-nd.png`.
enum LicenceElements {
    /// Of `nc`, `nd` and `sa`, those that are named.
    static func named(in text: [UInt8]) -> Set<String> {
        spelled(text).union(short(text)).intersection(["nc", "nd", "sa"])
    }

    /// The same in a sentence, where letters stand for an element in capitals only: `licensed under …-NC`, `(text: NC)`.
    static func stated(in sentence: [UInt8]) -> Set<String> {
        let words = sentence.split { !ByteText.isLetter($0) }.map { ByteText.string($0) }
        let letters = words.filter { ["NC", "ND", "SA"].contains($0) }.map(ByteText.lowercased)
        return spelled(sentence).union(letters).intersection(["nc", "nd", "sa"])
    }

    /// By words: `NonCommercial`, `Keine Bearbeitungen`.
    private static func spelled(_ text: [UInt8]) -> Set<String> {
        text.withUnsafeBufferPointer { bytes in
            var found: Set<String> = []
            var scanner = NameScanner(bytes: bytes, at: 0)
            while scanner.at < bytes.count {
                let start = scanner.at
                if start == 0 || !ByteText.isLetter(bytes[start - 1]) || !ByteText.isLetter(bytes[start]) {
                    if let element = scanner.element() { found.insert(element) }
                }
                if scanner.at == start { scanner.at += 1 }
            }
            return found
        }
    }

    /// By letters that follow `by` or `cc`: `by-nc-nd`, `CC BY NC ND`, `CC-NC`.
    private static func short(_ text: [UInt8]) -> Set<String> {
        var found: Set<String> = []
        var isName = false
        for word in text.split(whereSeparator: { !ByteText.isLetter($0) }) {
            let name = word.count == 2 ? ByteText.string(word.map(ByteText.lower)) : ""
            switch name {
            case "by", "cc": isName = true
            case "nc", "nd", "sa": if isName { found.insert(name) }
            default: isName = false
            }
        }
        return found
    }
}
