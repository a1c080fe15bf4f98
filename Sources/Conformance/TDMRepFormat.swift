internal import Canonical
internal import Rights

/// TDMRep alone: a file and a path, or what the carriers come to together.
struct TDMRepFormat: VectorFormat {
    let name = "TDMRep"

    func recognises(_ row: JSONValue) -> Bool {
        row.has("reservation") && (row.has("tdmrep_json", "path") || row.has("file", "header", "meta"))
    }

    func check(_ row: VectorRow) throws(VectorFault) -> VectorOutcome {
        let outcome: TDMRep.Outcome
        if row["tdmrep_json"] != nil {
            // Null stands for a value that is no text: no file of rules either.
            let bytes = row["tdmrep_json"]?.string == nil ? [] : try row.bytes("tdmrep_json")
            outcome = TDMRep.resolve(file: try Self.reservation(file: bytes, path: try row.text("path")))
        } else {
            outcome = TDMRep.resolve(
                file: Self.carrier(row["file"]), header: Self.carrier(row["header"]), meta: Self.carrier(row["meta"]))
        }
        let expected: [JSONValue.Member] = ["reservation", "policy"].compactMap { key in
            row[key].map { .init(key, $0) }
        }
        return Comparison.outcome(expected: .object(expected), got: Self.fields(outcome, unset: .null))
    }

    static func reservation(file bytes: [UInt8], path: String) throws(VectorFault) -> TDMReservation {
        switch TDMRepFile.parse(bytes) {
        case .rules(let file): file.rule(for: path)?.statement ?? .unset
        // What cannot be read sets nothing, and holds: the state of the protocol tells, which these rows do not ask for.
        case .notImplemented, .unreadable: .unset
        }
    }

    static func fields(_ outcome: TDMRep.Outcome, unset: JSONValue) -> JSONValue {
        .fields([
            "reservation": outcome.isReserved.map { .integer($0 ? 1 : 0) } ?? unset,
            "policy": .text(orNull: outcome.policy),
        ])
    }

    private static func carrier(_ value: JSONValue?) -> TDMReservation {
        guard let number = value?.integer else { return .unset }
        return TDMReservation(reservations: [String(number)], policies: [])
    }
}
