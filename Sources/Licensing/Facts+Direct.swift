internal import Canonical
internal import Provenance

extension FactReader {
    /// `contract` and `contract.opens-access`. Of several the kindest in force counts only if all in force agree.
    func readContracts(into sheet: inout FactSheet) {
        var live: UInt64 = 0
        var past: UInt64 = 0
        var opens = false
        for contract in considered.grounds.contracts {
            let value = value(of: contract)
            switch value {
            case .granted, .silent, .banned: live |= value.bit
            default: past |= value.bit
            }
            if contract.opensAccess, isWithin(contract.from, contract.to, at), wasWithin(contract) { opens = true }
        }
        let mask = live != 0 ? live : past
        sheet[.contract] = mask == 0 ? ContractValue.none.bit : mask
        sheet.set(.contractOpens, Truth(opens))
    }

    private func value(of contract: ContractMatch) -> ContractValue {
        if at < contract.from { return .early }
        if let to = contract.to, to <= at { return .expired }
        guard contract.fits else { return .outside }
        switch contract.training {
        case .granted: return .granted
        case .silent: return .silent
        case .banned: return .banned
        }
    }

    /// What was taken before the contract began was not taken under it.
    private func wasWithin(_ contract: ContractMatch) -> Bool {
        guard moment != .fetch, let capture = considered.capture else { return true }
        return isWithin(contract.from, contract.to, capture.fetched)
    }

    /// `notice` and `notice.attested`. Of two versions in effect at once both must allow.
    func readNotices(into sheet: inout FactSheet) {
        var mask: UInt64 = 0
        for notice in considered.grounds.notices { mask |= value(of: notice) }
        // An earlier version that has ended does not take from a later one.
        let isLive = mask & ~NoticeValue.ended.bit != 0
        if isLive { mask &= ~NoticeValue.ended.bit }
        sheet[.notice] = mask == 0 ? NoticeValue.none.bit : mask
        let attested = considered.grounds.notices.contains { $0.effectiveFrom <= at && !$0.isSelfAttested }
        sheet.set(.noticeAttested, Truth(attested))
    }

    private func value(of notice: NoticeMatch) -> UInt64 {
        if at < notice.effectiveFrom { return NoticeValue.open.bit }
        if notice.effectiveTo <= at { return NoticeValue.ended.bit }
        switch notice.isContinuous {
        case .yes: return NoticeValue.effective.bit
        case .no: return NoticeValue.open.bit
        case .unknown: return NoticeValue.effective.bit | NoticeValue.open.bit
        }
    }

    /// `mandate`, `mandate.certain`, `mandate.disputed`.
    func readMandates(into sheet: inout FactSheet) {
        var live: UInt64 = 0
        var past: UInt64 = 0
        var isCertain = true
        var isDisputed = false
        for mandate in considered.grounds.mandates {
            let value = value(of: mandate)
            switch value {
            case .member, .reciprocal, .extended, .byDefault:
                live |= value.bit
                isCertain = isCertain && mandate.isCertain
                isDisputed = isDisputed || mandate.isDisputed
            default: past |= value.bit
            }
        }
        // Whoever opted out, did so whatever another society says.
        let out = past & MandateValue.optedOut.bit
        sheet[.mandate] = live | past == 0 ? MandateValue.none.bit : out != 0 ? out : live != 0 ? live : past
        sheet[.mandateCertain] = live == 0 || isCertain ? FactSheet.yes : FactSheet.unknown
        sheet.set(.mandateDisputed, Truth(isDisputed))
    }

    private func value(of mandate: MandateMatch) -> MandateValue {
        if let optedOut = mandate.optedOut, optedOut <= at { return .optedOut }
        guard isWithin(mandate.from, mandate.to, at) else { return .lapsed }
        guard mandate.fits else { return .outside }
        switch mandate.kind {
        case .member: return .member
        case .reciprocal: return .reciprocal
        case .extended: return .extended
        case .byDefault: return .byDefault
        }
    }

    private func isWithin(_ from: Timestamp, _ to: Timestamp?, _ time: Timestamp) -> Bool {
        from <= time && (to.map { time < $0 } ?? true)
    }
}
