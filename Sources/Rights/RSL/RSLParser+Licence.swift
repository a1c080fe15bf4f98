internal import Markup

extension RSLParser {
    mutating func licence(at index: Int) throws(RSLFault) -> RSLLicence {
        var payment: RSLPayment?
        for child in children(of: index, "payment") { payment = try self.payment(at: child) }
        var reporting: [RSLReporting] = []
        for child in children(of: index, "reporting") { reporting.append(try report(at: child)) }
        guard reporting.count <= 16 else { throw fault("too many reports", index) }
        var legal: [RSLLegal] = []
        for child in children(of: index, "legal") { legal.append(try statement(at: child)) }
        return RSLLicence(
            permits: try rules("permits", of: index), prohibits: try rules("prohibits", of: index), payment: payment,
            reporting: reporting, legal: legal, place: place(of: index))
    }

    private mutating func rules(_ name: String, of index: Int) throws(RSLFault) -> RSLRules {
        var rules = RSLRules()
        for child in children(of: index, name) {
            let type = xml.elements[child]["type"] ?? ""
            switch type {
            case "usage": rules.usage = try list(at: child) { RSLUsage(rawValue: $0) != nil }
            case "user": rules.user = try list(at: child) { RSLToken.users.contains($0) }
            case "geo": rules.geo = try list(at: child, RSLToken.isPlace)
            default: throw fault("`\(name)` of type `\(type)`", child)
            }
        }
        return rules
    }

    private mutating func list(at index: Int, _ isKnown: (String) -> Bool) throws(RSLFault) -> RSLRules.List {
        let tokens = RSLToken.list(xml.elements[index].text, isDraft: isDraft)
        for token in tokens where !isKnown(token) {
            guard RSLToken.isExtension(token) else { throw fault("unknown token `\(token)`", index) }
            notes.insert("extension-tokens")
        }
        return RSLRules.List(tokens: tokens, place: place(of: index))
    }

    private func payment(at index: Int) throws(RSLFault) -> RSLPayment {
        let type = xml.elements[index]["type"]
        let name = type == "inference" && isDraft ? "use" : type ?? "free"
        guard let kind = RSLPayment.Kind(rawValue: name) else { throw fault("payment of type `\(name)`", index) }
        let standard = try text(of: index, "standard")
        let custom = try text(of: index, "custom")
        for text in [standard, custom] where text?.isEmpty == true { throw fault("a licence without a name", index) }
        let amount = try text(of: index, "amount")
        let currency = children(of: index, "amount").first.flatMap { xml.elements[$0]["currency"] }
        if let amount, !RSLToken.isDecimal(amount) { throw fault("amount `\(amount)`", index) }
        if let currency, !RSLToken.isCurrency(currency) { throw fault("currency `\(currency)`", index) }
        let accepts = children(of: index, "accepts").first.flatMap { xml.elements[$0]["type"] }
        return RSLPayment(
            kind: kind, isNamed: type != nil, standard: standard, custom: custom, amount: amount, currency: currency,
            accepts: accepts, place: place(of: index))
    }

    private func report(at index: Int) throws(RSLFault) -> RSLReporting {
        let element = xml.elements[index]
        let (type, profile) = (element["type"] ?? "", element["profile"] ?? "")
        guard let kind = RSLReporting.Kind(rawValue: type) else { throw fault("reporting of type `\(type)`", index) }
        guard RSLToken.isAbsoluteURI(profile) else { throw fault("reporting profile `\(profile)`", index) }
        if let endpoint = element["endpoint"] {
            let isSecure = ByteText.hasPrefix(Array(endpoint.utf8)[...], "https://")
            guard isSecure else { throw fault("reporting endpoint `\(endpoint)`", index) }
        }
        return RSLReporting(kind: kind, profile: profile, endpoint: element["endpoint"])
    }

    private mutating func statement(at index: Int) throws(RSLFault) -> RSLLegal {
        let type = xml.elements[index]["type"] ?? ""
        guard let kind = RSLLegal.Kind(rawValue: type) else { throw fault("legal of type `\(type)`", index) }
        let text = xml.elements[index].text
        switch kind {
        case .warranty: return RSLLegal(kind: kind, tokens: try list(at: index, RSLToken.warranties.contains).tokens)
        case .disclaimer: return RSLLegal(kind: kind, tokens: try list(at: index, RSLToken.disclaimers.contains).tokens)
        case .attestation, .contact, .proof: break
        }
        let tokens = RSLToken.list(text, isDraft: false)
        let isSound =
            switch kind {
            case .attestation: tokens == ["true"] || tokens == ["false"]
            case .contact: tokens.count == 1
            default: !tokens.isEmpty && tokens.allSatisfy(RSLToken.isAbsoluteURI)
            }
        guard isSound else { throw fault("legal \(type) `\(ByteText.trimmed(text))`", index) }
        return RSLLegal(kind: kind, tokens: tokens)
    }
}
