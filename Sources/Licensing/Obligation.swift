/// What admitting a document obliges its user to. The raw value is the code that rows and partitions carry.
public enum Obligation: String, CaseIterable, Hashable, Sendable {
    /// Name creator, title, source and licence.
    case attribution = "OB.ATTR"
    /// Say that the text was modified.
    case changes = "OB.CHANGES"
    /// Keep the notices that came with it.
    case notices = "OB.NOTICE"
    /// What is adapted from it is shared under the same licence only.
    case shareAlike = "OB.SA"
    /// The same for a derived database.
    case databaseShareAlike = "OB.DBSA"
    /// No commercial use at any stage.
    case nonCommercial = "OB.NC"
    /// Adapted text is not shared.
    case noDerivatives = "OB.ND"
    case pay = "OB.PAY"
    /// Report the use.
    case report = "OB.REPORT"
    /// Keep copies only as long as the purpose needs them.
    case retain = "OB.RETAIN"
    /// Store copies with access control.
    case secure = "OB.SECURE"
    /// Copies are not handed to others.
    case noTransfer = "OB.NOTRANSFER"
    case noRedistribution = "OB.NOREDIST"
    /// Delete on expiry or objection.
    case delete = "OB.DELETE"
    /// Look again at what the basis rests on.
    case recheck = "OB.RECHECK"
    /// Name the source in the output of research.
    case acknowledge = "OB.ACK"
    /// Guard outputs against reproducing the text.
    case guardOutputs = "OB.GUARD"
    /// It appears in the public summary of training content.
    case disclose = "OB.DISCLOSE"
    /// A channel for complaints is live.
    case contact = "OB.CONTACT"
}
