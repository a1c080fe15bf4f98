internal import Extraction
internal import Markup
public import Provenance
internal import WebAddress

/// Makes the sketch by which copies of a text are found, for an objection to them.
public struct FiledText {
    private var common = CommonShingles()

    public init() {}

    /// Lets what stands in another text tell nothing: a licence, boilerplate of a site.
    ///
    /// - Parameter name: Of its file; one that ends in `.html` or `.xhtml` is a page, any other plain text.
    /// - Throws: ``JobError`` `couldNotRun` if it cannot be read.
    public mutating func ignore(_ bytes: [UInt8], name: String) throws(JobError) {
        common.add(try Self.text(bytes, name))
    }

    /// Lets runs of five words that stand on more than 20 registrable domains of an output's documents tell nothing.
    ///
    /// - Parameters:
    ///   - texts: The texts that will be sketched.
    ///   - outputs: Finished outputs.
    ///   - publicSuffixList: An unchanged copy of `public_suffix_list.dat`.
    /// - Throws: ``JobError`` if one cannot be read.
    public mutating func ignoreCommon(
        in texts: [(bytes: [UInt8], name: String)], seenIn outputs: [String], publicSuffixList: [UInt8]
    ) throws(JobError) {
        let suffixes: PublicSuffixList
        do throws(PublicSuffixError) { suffixes = try PublicSuffixList(contents: publicSuffixList) } catch {
            throw JobError(error)
        }
        var plain: [[UInt8]] = []
        for text in texts { plain.append(try Self.text(text.bytes, text.name)) }
        var seen = SeenShingles(of: plain, suffixes: suffixes)
        for output in outputs { try seen.look(in: output) }
        common.add(hashes: seen.common)
    }

    /// The sketch of a text, of a page that of its main text.
    ///
    /// - Throws: ``JobError`` `couldNotRun` if there is no text in it that can be read.
    public func sketch(of bytes: [UInt8], name: String) throws(JobError) -> TextSketch {
        TextSketch(of: try Self.text(bytes, name), ignoring: common)
    }

    /// The value of a scope of the kind `text`.
    ///
    /// - Throws: As ``sketch(of:name:)``.
    public func scopeValue(of bytes: [UInt8], name: String) throws(JobError) -> String {
        TextSketch.algorithm + ":" + (try sketch(of: bytes, name: name)).base64
    }

    private static func text(_ bytes: [UInt8], _ name: String) throws(JobError) -> [UInt8] {
        let page: ReadPage
        if [".html", ".htm", ".xhtml"].contains(where: name.lowercased().hasSuffix) {
            do throws(MarkupError) {
                page = ReadPage(html: bytes, charset: nil, parser: try HTMLParser(), extractor: Extractor())
            } catch {
                throw JobError(.couldNotRun, "\(name): \(error)")
            }
        } else {
            page = ReadPage(plain: bytes, charset: nil)
        }
        guard !page.text.isEmpty else {
            let reason = page.trouble.isEmpty ? "there is no main text in it" : page.trouble
            throw JobError(.couldNotRun, "\(name): \(reason); give the text as a plain UTF-8 file")
        }
        return page.text
    }
}
