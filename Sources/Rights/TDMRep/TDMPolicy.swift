internal import Canonical

/// A policy to which a reservation of the TDM Reservation Protocol points: under what duties mining is offered.
///
/// It never ends a reservation; it says what a holder would want for it.
/// Source: W3C TDMRep, CG Final Report of 2024-05-10, section 7 (a profile of ODRL 2.2), read 2026-11-23.
public struct TDMPolicy: Hashable, Sendable {
    /// Bytes that are read of a policy.
    public static let limit = 512 * 1024

    /// What came of reading a document.
    public enum Outcome: Hashable, Sendable {
        case policy(TDMPolicy)
        /// A page for people, or nothing that can be read: the conditions are not known; why.
        case unknown(String)
    }

    /// One `permission` of the offer.
    public struct Permission: Hashable, Sendable {
        /// `tdm:mine` in a policy of this profile.
        public let actions: [String]
        /// `obtainConsent`, `compensate`, or what else stands there.
        public let duties: [String]
        public let constraints: [Constraint]
        /// What it speaks of; empty if it does not say.
        public let target: String

        public var isMining: Bool { actions.contains("tdm:mine") }
    }

    public struct Constraint: Hashable, Sendable {
        public let leftOperand: String
        public let comparison: String
        public let rightOperand: String

        var text: String { leftOperand + " " + comparison + " " + rightOperand }
    }

    /// Who offers, as a vCard names them.
    public struct Assigner: Hashable, Sendable {
        public let name: String
        public let email: String
        public let telephone: String
        public let url: String
        public let id: String
    }

    public let uid: String
    public let isOffer: Bool
    /// Whether it names the profile of this protocol.
    public let hasProfile: Bool
    /// Nil if it names nobody.
    public let assigner: Assigner?
    public let permissions: [Permission]
    /// It holds a `prohibition` or an `obligation`, which the profile leaves out.
    public let hasOtherRules: Bool

    /// Of all permissions to mine, in order and once each.
    public var duties: [String] { Self.once(mining.flatMap(\.duties)) }

    /// The purposes to which mining is bound, in order and once each.
    public var purposes: [String] {
        Self.once(mining.flatMap(\.constraints).filter { $0.leftOperand == "purpose" }.map(\.rightOperand))
    }

    public var targets: [String] { Self.once(mining.map(\.target).filter { !$0.isEmpty }) }

    /// Some permission to mine asks for nothing. An offer all the same, and no end to the reservation.
    public var isUnconditional: Bool { mining.contains { $0.duties.isEmpty && $0.constraints.isEmpty } }

    public var mining: [Permission] { permissions.filter(\.isMining) }

    public static func parse(_ bytes: [UInt8]) -> Outcome {
        guard bytes.count <= limit else { return .unknown("longer than \(limit) bytes") }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let text = ByteText.trimmed(bytes[start...])
        if text.first == UInt8(ascii: "<") { return .unknown("a page for people") }
        do throws(JSONError) {
            return read(try JSONReader.read(Array(text), lenient: true))
        } catch {
            return .unknown(error.description)
        }
    }

    static func once(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
