internal import Canonical
internal import Provenance
internal import WebAddress

extension FactReader {
    /// The facts that rest on what others than the page say: `list.…`, `work.…`, `cluster…`, `page.copied`.
    func readGrounds(into sheet: inout FactSheet) {
        sheet.set(.copied, Truth(isCopy))
        readLists(into: &sheet)
        readGateLists(into: &sheet)
        readClass(into: &sheet)
        readClusters(into: &sheet)
        readContracts(into: &sheet)
        readNotices(into: &sheet)
        readMandates(into: &sheet)
    }

    /// Names of the lists, with the facts they answer.
    static let lists: [(name: String, fact: Fact)] = [
        ("databases", .listDatabases), ("infringing", .listInfringing), ("no-market", .listNoMarket),
        ("offers", .listOffers), ("personal-data", .listPersonalData), ("refused", .listRefused),
        ("sellers", .listSellers),
    ]

    /// An archive's or cache's copy, or one whose page names a page elsewhere as the original.
    private var isCopy: Bool {
        let keys = considered.matchKeys
        if !keys.unwrapped.isEmpty { return true }
        return keys.declared.contains { declared in
            declared.host != considered.url.host && !keys.hops.contains(declared)
        }
    }

    private func readLists(into sheet: inout FactSheet) {
        for (name, fact) in Self.lists {
            sheet[fact] = subject.has(name) ? ListValue.unlisted.bit : ListValue.unloaded.bit
        }
        // Who is on a list stays on it, however old it is.
        for hit in considered.grounds.lists {
            if let fact = Self.lists.first(where: { $0.name == hit.list })?.fact { sheet[fact] = ListValue.listed.bit }
        }
    }

    /// What gates HG2, HG6 and HG7 ask. A list that is not at hand leaves its gate in doubt, unless the operator says why
    /// there is none.
    private func readGateLists(into sheet: inout FactSheet) {
        func unlisted(_ list: String, _ demand: ListDemand) -> Truth {
            subject.has(list) || demand != .require ? .no : .unknown
        }
        sheet.set(.sourceInfringing, unlisted("infringing", settings.infringingList))
        sheet.set(.contentIllegal, unlisted(ListFile.illegalContent, settings.illegalContentList))
        var orders: UInt64 = 0
        var keeps = false
        for hit in considered.grounds.lists {
            switch hit.list {
            case "infringing": sheet.set(.sourceInfringing, .yes)
            case ListFile.illegalContent: sheet.set(.contentIllegal, .yes)
            case ListFile.orders where hit.value == ListFile.legalHold: keeps = true
            case ListFile.orders: orders = max(orders, OrderValue(rawValue: hit.value)?.bit ?? OrderValue.purge.bit)
            default: break
            }
        }
        sheet.set(.legalHold, Truth(keeps))
        let isKnown = unlisted(ListFile.orders, settings.orderList) == .no
        // A legal hold forbids the use as well as the removal.
        if orders == 0, keeps { orders = OrderValue.deny.bit }
        // Where no list tells, there may be one that forbids; what removes is left to an order that is known.
        let unlisted = isKnown ? OrderValue.none.bit : OrderValue.none.bit | OrderValue.deny.bit
        sheet[.order] = orders != 0 ? orders : unlisted
    }

    private func readClass(into sheet: inout FactSheet) {
        var classes: UInt64 = 0
        for hit in considered.grounds.lists where hit.list == "classes" {
            classes |= WorkClass(rawValue: hit.value)?.bit ?? FactSheet.everything[Fact.workClass.rawValue]
        }
        if classes == 0 { classes = WorkClass.webGeneral.bit }
        sheet[.workClass] = classes
        guard let substitutes = known.substitutes else { return }
        // A product that the matrix does not name may stand in for anything.
        guard let replaced = substitutes[known.product] else { return }
        let mask = replaced.reduce(UInt64(0)) { $0 | $1.bit }
        sheet.set(.substitution, classes & mask == 0 ? .no : classes & ~mask == 0 ? .yes : .unknown)
    }

    private func readClusters(into sheet: inout FactSheet) {
        let clusters = considered.grounds.clusters
        if clusters.isEmpty {
            sheet[.cluster] = known.hasClusters ? ClusterValue.single.bit : ClusterValue.unloaded.bit
            if known.hasClusters { sheet.set(.duplicated, .no) }
        } else {
            let earlier = clusters.reduce(Truth.no) { $0.or($1.hasEarlier) }
            let value: ClusterValue = earlier == .yes ? .later : earlier == .no ? .copies : .disputed
            sheet[.cluster] = value.bit
            sheet.set(.duplicated, Truth(clusters.contains { $0.size > known.crowd }))
        }
        sheet.set(.titleClear, titleIsClear)
    }

    /// Whether nobody else is known to have had the text before; without clusters a matter of `waiver_origin`.
    private var titleIsClear: Truth {
        let clusters = considered.grounds.clusters
        guard clusters.isEmpty else { return clusters.reduce(Truth.no) { $0.or($1.hasEarlier) }.negated }
        return known.hasClusters || settings.waiverOrigin == .accept ? .yes : .unknown
    }

    /// Whether the origin of a copy, as far as it is verified, reserves the text.
    var clusterReserves: Truth {
        considered.grounds.clusters.reduce(Truth.no) { $0.or($1.hasEarlier.and($1.isReserved)) }
    }
}
