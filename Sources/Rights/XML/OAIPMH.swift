internal import Markup

/// Records of a repository. They speak of the record's work, which is elsewhere and may be less free than its record.
///
/// Source: OAI-PMH 2.0 and its guidelines on rights (`oai-rights`), read 2026-11-24.
enum OAIPMH: XMLVocabulary {
    static let rightsNamespace = "http://www.openarchives.org/OAI/2.0/rights/"
    static let namespaces: Set<String> = [
        "http://www.openarchives.org/OAI/2.0/", "http://www.openarchives.org/OAI/2.0/oai_dc/", rightsNamespace,
        "http://www.openarchives.org/OAI/1.1/OAI_GetRecord",
    ]

    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? {
        let name = scan.input.element(index).name
        if name.namespace == rightsNamespace {
            return name.local == "rights" || name.local == "rightsManifest" ? .metadata : nil
        }
        if name.local == "record" { return .record }
        // The Dublin Core of a record belongs to the record.
        guard name.local == "dc" else { return nil }
        return scan.holders[scan.holder(of: index)].level == .record ? nil : .record
    }

    static func read(_ index: Int, into scan: inout XMLScan) {
        let element = scan.input.element(index)
        guard element.name.namespace == rightsNamespace else { return }
        switch element.name.local {
        case "rightsReference":
            scan.addRights(element["ref"] ?? scan.input.text(index), at: index, .init(carrier: .oaiPMH))
        case "rightsDefinition": scan.addRights(scan.input.text(index), at: index, .init(carrier: .oaiPMH))
        default: break
        }
    }
}

/// Rights in the richer formats of repositories: DataCite, OpenAIRE, MODS.
///
/// Source: DataCite Metadata Schema 4 (`rights`), OpenAIRE Guidelines for Literature Repositories 4
/// (`licenseCondition`), MODS 3 (`accessCondition`), read 2026-11-24.
enum RepositoryRights: XMLVocabulary {
    static func level(of index: Int, in scan: XMLScan) -> XMLHolder.Level? {
        let local = scan.input.element(index).name.local
        guard ["resource", "mods"].contains(local) else { return nil }
        return scan.holders[scan.holder(of: index)].level == .record ? nil : .record
    }

    static func read(_ index: Int, into scan: inout XMLScan) {
        let element = scan.input.element(index)
        var form = XMLScan.Form(carrier: .oaiPMH)
        switch element.name.local {
        case "rights", "accessCondition":
            let reference = element["rightsURI"] ?? element[XMLNamespace.href] ?? element["valueURI"]
            scan.addRights(reference ?? scan.input.text(index), at: index, form)
        case "licenseCondition":
            form.start = element["startDate"]
            scan.addLicence(element["uri"] ?? scan.input.text(index), at: index, form)
        default: break
        }
    }
}
