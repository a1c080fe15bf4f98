internal import Provenance
internal import WebAddress

/// A reading in the making.
struct ReadingDraft {
    var fetch = ProtocolStates()
    var use = ProtocolStates()
    var signals: [Signal] = []
    var licences: [LicenceCandidate] = []
    var attribution = ""
    /// What status, headers and page say of access.
    var access: [AccessFinding] = []
    var declaredURLs: [String] = []
    var identifiers: [String] = []
    /// What the comments of robots.txt and the headers add to the state of prose; nothing where nobody looked.
    var besideProse: [Moment: ProtocolState] = [:]

    /// The first that is not open; `unknown` if nobody looked.
    var worstAccess: AccessFinding { access.first { $0 != .open } ?? access.first ?? .unknown }

    mutating func set(_ source: RightsProtocol, _ state: ProtocolState, _ moments: Set<Moment> = Moment.ofStatements) {
        if moments.contains(.fetch) { fetch[source] = state }
        if moments.contains(.use) { use[source] = state }
    }

    mutating func add(_ signal: Signal) { signals.append(signal) }

    /// Adds a statement that is void and was meant: nobody can tell what the protocol says, unless it refuses besides.
    mutating func addVoid(_ signal: Signal) {
        signals.append(signal)
        let isRefused = signals.contains { $0.source == signal.source && $0.isTaken && $0.value == .deny }
        if !isRefused { set(signal.source, .unreadable, signal.moments) }
    }

    /// The state that statements of one carrier add up to: a refusal stands whatever stands beside it; beside anything
    /// else, what could not be read counts more than what could.
    static func state(of signals: some Sequence<Signal>) -> ProtocolState {
        var state = ProtocolState.absent
        for signal in signals where signal.isTaken {
            if signal.value == .deny { return .stated }
            if signal.value == .invalid { state = .unreadable } else if state == .absent { state = .stated }
        }
        return state
    }

    /// - Parameter isPartial: A part of the carrier was not read: nothing but a refusal stands whatever it holds.
    mutating func add(
        _ found: [Signal], as source: RightsProtocol, _ moments: Set<Moment> = Moment.ofStatements,
        isPartial: Bool = false
    ) {
        let isRefused = found.contains { $0.isTaken && $0.value == .deny }
        set(source, isPartial && !isRefused ? .unreadable : Self.state(of: found), moments)
        signals += found
    }

    /// The same for a carrier whose statements may speak to others: it is there, whatever it counts for.
    ///
    /// - Parameter nothing: Its state if it holds no statement.
    mutating func addAddressed(_ found: [Signal], as source: RightsProtocol, nothing: ProtocolState = .absent) {
        add(found, as: source)
        if use[source] == .absent { set(source, found.isEmpty || nothing != .absent ? nothing : .stated) }
    }

    /// Adds statements of a carrier that has been read, and to whose state they add no more than that something is there.
    mutating func addBeside(_ found: [Signal], as source: RightsProtocol, _ moments: Set<Moment>) {
        guard !found.isEmpty else { return }
        signals += found
        if moments.contains(.fetch), fetch[source] == .absent { fetch[source] = .stated }
        if moments.contains(.use), use[source] == .absent { use[source] = .stated }
    }
}
