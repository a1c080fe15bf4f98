internal import Extraction
internal import Markup
internal import Provenance
internal import WebAddress

/// Decides of a licence statement whether it speaks for the text of the page or for something on it.
///
/// Every rule only takes candidates away or lowers them: what is not sure to speak for the page does not.
enum LicenceScope {
    /// Where the statement stands, which sets its rank and may drop it.
    static func place(_ candidate: inout LicenceCandidate, _ page: PageInput) {
        let place = LicencePlace(of: candidate.node, page)
        candidate.inHead = page.page.nodes[candidate.node].inHead
        candidate.inFooter = place.isFooter
        if candidate.inHead {
            candidate.rank = .declared
            return
        }
        candidate.rank = place.isFooter ? .footer : .body
        if let reason = place.otherSubject {
            candidate.dropped = reason
        } else if candidate.carrier != .link {
            LicenceWords(round: candidate.node, page).judge(&candidate)
        }
    }

    static func apply(_ subject: RDFa.Subject, to candidate: inout LicenceCandidate) {
        switch subject {
        case .unsaid: return
        case .page: if candidate.dropped.isEmpty, candidate.carrier != .bareAnchor { candidate.rank = .declared }
        case .other(let name):
            candidate.isDocument = false
            candidate.subject = name
            candidate.dropped = "subject is another resource"
            candidate.carrier = .rdfa
        }
    }

    /// Rules that look at all statements together.
    static func judgeTogether(_ candidates: inout [LicenceCandidate], _ page: PageInput) {
        let units = Set(candidates.compactMap { $0.carrier == .bareAnchor || !$0.inHead ? $0.tool?.unit : nil })
        let isOwnHost = ["creativecommons.org", "www.creativecommons.org"].contains(page.url.host)
        for index in candidates.indices where candidates[index].dropped.isEmpty {
            let candidate = candidates[index]
            if isOwnHost {
                candidates[index].dropped = "a page of Creative Commons about its licences"
            } else if units.count >= 3, candidate.rank > .declared {
                candidates[index].dropped = "the page speaks of \(units.count) licences"
            }
        }
        dropLists(&candidates, page)
    }

    /// Several licences in the items of lists or tables of the text are those of the items.
    private static func dropLists(_ candidates: inout [LicenceCandidate], _ page: PageInput) {
        let listed = candidates.indices.filter { index in
            let candidate = candidates[index]
            return candidate.dropped.isEmpty && candidate.rank == .body && candidate.node >= 0
                && LicencePlace(of: candidate.node, page).isInList
        }
        guard listed.count > 1 else { return }
        for index in listed { candidates[index].dropped = "one of several in a list" }
    }
}
