internal import Canonical
internal import WebAddress

/// Takes the rows of a list apart.
struct RowReader {
    private let format: ImportFormat
    /// Of a CSV file, which column stands where.
    private var columns = ImportRow.columns
    private var isFirst = true

    init(_ format: ImportFormat) { self.format = format }

    /// - Returns: The row; nil for a line that holds none: empty, a comment, the names of the columns.
    mutating func read(_ line: [UInt8]) -> Result<ImportRow, FilingRefusal>? {
        var line = line[...]
        if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        if line.last == 0x0D { line = line.dropLast() }
        guard line.count <= LineSource.longest else { return refuse(.tooLong, "the line is longer than 1 MiB") }
        guard let text = String(validating: line, as: UTF8.self) else { return refuse(.badRow, "it is not UTF-8") }
        let first = isFirst
        guard text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
        isFirst = false
        switch format {
        case .csv: return csv(text, isFirst: first)
        case .jsonl: return json(Array(line))
        case .domains: return domain(text)
        case .urls: return url(text)
        }
    }

    private func refuse(_ code: RefusalCode, _ reason: String) -> Result<ImportRow, FilingRefusal> {
        .failure(FilingRefusal(code, reason))
    }

    private mutating func csv(_ text: String, isFirst: Bool) -> Result<ImportRow, FilingRefusal>? {
        guard let fields = CSVLine.fields(text) else { return refuse(.badRow, "a quote is not closed in its line") }
        if isFirst, fields.contains("scope_kind") {
            columns = fields
            guard Set(fields).count == fields.count, fields.allSatisfy(ImportRow.columns.contains),
                fields.contains("value")
            else { return refuse(.badRow, "columns are \(ImportRow.columns.joined(separator: ","))") }
            return nil
        }
        guard fields.count <= columns.count, fields.count >= 2 else {
            return refuse(.badRow, "it has \(fields.count) columns; due are \(columns.joined(separator: ","))")
        }
        var row = ImportRow()
        for (name, field) in zip(columns, fields) { row.set(name, field) }
        return .success(row)
    }

    private func json(_ line: [UInt8]) -> Result<ImportRow, FilingRefusal> {
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(line) } catch { return refuse(.badRow, "\(error)") }
        guard let members = value.members else { return refuse(.badRow, "it is no JSON object") }
        var row = ImportRow()
        for member in members {
            let text = member.value.string ?? member.value.array.map { $0.compactMap(\.string).joined(separator: " ") }
            guard ImportRow.columns.contains(member.key), let text else {
                return refuse(
                    .badRow, "\(member.key): keys are \(ImportRow.columns.joined(separator: ", ")), all texts")
            }
            row.set(member.key, text)
        }
        return .success(row)
    }

    private func domain(_ text: String) -> Result<ImportRow, FilingRefusal>? {
        guard !text.hasPrefix("!"), !text.hasPrefix("[") else { return nil }
        let words = text.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, var name = words.last else { return nil }
        // What else stands in the line would be lost, and nobody would know.
        guard words.count == 1 || (words.count == 2 && Self.isAddress(first)) else {
            return refuse(.badRow, "it has \(words.count) words; one name a line is due, or an address and a name")
        }
        if name.hasPrefix("||") { name = name.dropFirst(2) }
        if name.hasSuffix("^") { name = name.dropLast() }
        if name.hasPrefix("*.") { name = name.dropFirst(2) }
        return .success(ImportRow(kind: ScopeKind.domain.rawValue, value: String(name)))
    }

    /// As in a hosts file, where IPv6 may have a zone.
    private static func isAddress(_ word: Substring) -> Bool {
        let address = word.prefix { $0 != "%" }
        return IPAddress(host: address.contains(":") ? "[\(address)]" : String(address)) != nil
    }

    private func url(_ text: String) -> Result<ImportRow, FilingRefusal>? {
        let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        guard let word = words.first, !word.hasPrefix("#") else { return nil }
        let rest = words.dropFirst().first?.drop(while: \.isWhitespace) ?? ""
        guard rest.isEmpty || rest.hasPrefix("#") else {
            return refuse(.badRow, "words stand behind the URL; one URL a line is due, with %20 for a space")
        }
        let isPrefix = word.hasSuffix("*")
        guard isPrefix else { return .success(ImportRow(kind: ScopeKind.url.rawValue, value: String(word))) }
        let prefix = word.dropLast()
        // It would be taken for less than the star says.
        guard prefix.last.map({ $0.isLetter || $0.isNumber }) != true else {
            return refuse(
                .badRow, "a prefix ends where a segment ends; write /* for all below, and the URL itself beside it")
        }
        return .success(ImportRow(kind: ScopeKind.prefix.rawValue, value: String(prefix)))
    }
}

extension ImportRow {
    fileprivate mutating func set(_ column: String, _ text: String) {
        switch column {
        case "scope_kind": kind = text
        case "value": value = text
        case "purpose": purpose = text
        case "from": from = text
        default: to = text
        }
    }
}
