public import Provenance

/// Writes the parts of one input: documents, evidence and sites, rolling all three together.
public final class PartWriter {
    private let output: String
    private let number: Int
    private let level: Int
    private let rollBytes: Int
    private var open: OpenPart?
    private var sealed: [InputSeal.Part] = []

    private struct OpenPart {
        let name: PartName
        let documents: RowFileWriter
        let evidence: RowFileWriter
        let sites: SiteStoreWriter
    }

    /// - Parameters:
    ///   - output: the output folder; its subfolders must be there.
    ///   - rollBytes: uncompressed bytes of documents and evidence after which the next part begins.
    public init(output: String, number: Int, level: Int, rollBytes: Int) {
        self.output = output
        self.number = number
        self.level = level
        self.rollBytes = rollBytes
    }

    /// Appends a capture's lines, given without newlines.
    ///
    /// - Returns: The part, and the row's number in it, from 1.
    @discardableResult
    public func append(
        evidence: [UInt8], document: [UInt8]?, sites: [SiteFile]
    ) throws(ShardError) -> (part: PartName, row: Int) {
        let part = try current()
        let place = (part.name, part.evidence.rows + 1)
        for file in sites { try part.sites.add(file) }
        try part.evidence.append(evidence)
        if let document { try part.documents.append(document) }
        if part.evidence.bytes + part.documents.bytes >= rollBytes { try seal() }
        return place
    }

    /// Seals the last part. An input without a row still has one part, an empty one.
    public func finish() throws(ShardError) -> [InputSeal.Part] {
        if sealed.isEmpty { _ = try current() }
        if open != nil { try seal() }
        return sealed
    }

    private func current() throws(ShardError) -> OpenPart {
        if let open { return open }
        let name = PartName(number: number, roll: sealed.count)
        let part = OpenPart(
            name: name, documents: try RowFileWriter(path: output + "/" + name.path(in: .documents), level: level),
            evidence: try RowFileWriter(path: output + "/" + name.path(in: .evidence), level: level),
            sites: try SiteStoreWriter(output: output, part: name, level: level))
        open = part
        return part
    }

    private func seal() throws(ShardError) {
        guard let part = open else { return }
        open = nil
        sealed.append(
            InputSeal.Part(
                name: part.name,
                seals: [
                    .documents: try part.documents.finish(), .evidence: try part.evidence.finish(),
                    .sites: try part.sites.finish(),
                ]))
    }
}
