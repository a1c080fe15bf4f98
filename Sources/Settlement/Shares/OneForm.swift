internal import Canonical
internal import Licensing
internal import Provenance

/// The ids of works and parties in settlement's files.
///
/// One that names a public registry (`iswc:T-034.524.680-1`, `isni:…`) is checked and brought to its one form, so that a
/// slip of the pen sends no money to somebody else, and two spellings are not two parties. Any other is the file's own.
enum OneForm {
    static func of(_ id: String) throws(SettlementError) -> String {
        do throws(IdentifierError) { return try Identifier.named(id)?.text ?? id } catch {
            throw SettlementError(.badInput, "\(error)")
        }
    }

    /// The same, of an id that mandates could have too.
    static func plain(_ id: String) throws(SettlementError) -> String {
        do throws(IdentifierError) {
            if let identifier = try Identifier.named(id) { return identifier.text }
        } catch { throw SettlementError(.badInput, "\(error)") }
        if let problem = PlainName.problem(id) { throw SettlementError(.badInput, problem) }
        return id
    }

    static func of(_ id: String, at node: ConfigNode) throws(ConfigError) -> String {
        do throws(SettlementError) { return try of(id) } catch { throw node.fault(error.reason) }
    }
}
