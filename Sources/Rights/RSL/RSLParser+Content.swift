internal import Canonical
internal import Markup

extension RSLParser {
    mutating func content(at index: Int) throws(RSLFault) -> RSLContent {
        let element = xml.elements[index]
        let url = ByteText.trimmed(element["url"] ?? "")
        if url.utf8.contains(where: { $0 == UInt8(ascii: "#") || ByteText.isSpace($0) }) {
            // Of a part, or of several: neither is a pattern, and no page would ever match it.
            throw fault("url `\(url)` names a part of a page, or more than one", index)
        }
        guard let reach = RSLReach(url) else { throw fault("url `\(url)` is no path and no absolute URL", index) }
        let server = element["server"].map { ByteText.trimmed($0) }
        if let server, server.isEmpty || url.isEmpty { throw fault("a server without a name or a url", index) }
        let isEncrypted = try boolean(element["encrypted"], index)
        if isEncrypted, server == nil { throw fault("encrypted content without a server", index) }
        try checkDescriptions(of: index)
        var licences: [RSLLicence] = []
        for child in children(of: index, "license") { licences.append(try licence(at: child)) }
        guard !licences.isEmpty else { throw fault("content without a license", index) }
        return RSLContent(
            url: url, server: server, isEncrypted: isEncrypted, lastModified: date(element["lastmod"]),
            licences: licences, terms: try text(of: index, "terms"), reach: reach, place: place(of: index))
    }

    /// Booleans are lower case (section 3.3).
    private func boolean(_ text: String?, _ index: Int) throws(RSLFault) -> Bool {
        switch text {
        case nil, "false"?: false
        case "true"?: true
        case let text?: throw fault("`\(text)` is neither true nor false", index)
        }
    }

    /// A date that cannot be read is left out; it takes nothing away from the terms.
    private mutating func date(_ text: String?) -> String? {
        guard let text else { return nil }
        if Timestamp(rfc3339: text) != nil { return text }
        notes.insert("unreadable-date")
        return nil
    }

    /// Elements that describe the content and change no term.
    private func checkDescriptions(of index: Int) throws(RSLFault) {
        for child in children(of: index, "copyright") {
            guard let type = xml.elements[child]["type"] else { continue }
            guard type == "person" || type == "organization" else { throw fault("copyright type `\(type)`", child) }
        }
        for child in children(of: index, "schema") {
            guard let type = xml.elements[child]["type"] else { continue }
            guard type == "application/ld+json" else { throw fault("schema type `\(type)`", child) }
        }
    }
}
