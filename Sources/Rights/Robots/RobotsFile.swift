/// A robots.txt file, parsed once and asked often.
///
/// Reads every line that can be read and passes over the rest; a parse never fails. Only the first 500 KiB count,
/// cut at the end of a line, since half a rule may be a broader one.
/// Source: RFC 9309, sections 2.2 to 2.5, read 2026-11-23.
public struct RobotsFile: Sendable {
    /// Bytes that are read of a file.
    public static let limit = 500 * 1024

    /// `Sitemap` values, in order.
    public let sitemaps: [String]
    /// The file looks like an HTML page: an error page served with status 200.
    public let isSuspicious: Bool
    /// Bytes beyond the limit were not read.
    public let isCut: Bool

    /// The comment block of the Content Signals policy is there: its restrictions are express reservations under
    /// Article 4 of Directive (EU) 2019/790.
    public let reservesExpressly: Bool

    let bytes: [UInt8]
    let mayBePast: Bool
    /// Whether any group, or nobody's, has a `License` line: most files have none, and are asked for every page.
    let hasLicences: Bool
    let comments: RobotsComments
    let misread: [MisreadRefusal]
    let rules: [RobotsRule]
    /// Those that refuse what begins with no slash: most files have none.
    let unrooted: [Int]
    let plain: RobotsGroups
    /// Nil if no Content-Usage line can make a difference.
    let aipref: RobotsGroups?
    /// Nil if no line names several agents: what such a line refuses to those after the first is refused.
    let lists: RobotsGroups?
    /// Nil if every line names crawlers, or all by `*`.
    let meant: RobotsGroups?

    /// - Parameters:
    ///   - isCut: More bytes followed, and nobody has them.
    ///   - mayBePast: A later file may have replaced it, and nobody knows.
    public static func parse(_ bytes: [UInt8], isCut: Bool = false, mayBePast: Bool = false) -> RobotsFile {
        RobotsFile(bytes, isCut, mayBePast)
    }

    private init(_ bytes: [UInt8], _ isShort: Bool, _ mayBePast: Bool) {
        let end = Self.readableEnd(of: bytes)
        var parse = RobotsParse()
        parse.read(bytes, in: Self.markLength(bytes)..<end)
        (self.bytes, self.mayBePast) = (bytes, mayBePast)
        hasLicences = parse.rules.contains { $0.kind == .licence }
        misread = MisreadRefusal.all(in: bytes, Self.markLength(bytes)..<end)
        comments = RobotsComments(bytes, in: Self.markLength(bytes)..<end)
        (isCut, sitemaps, rules) = (isShort || end < bytes.count, parse.sitemaps, parse.rules)
        unrooted = parse.rules.indices.filter { parse.rules[$0].isUnrooted }
        (plain, aipref) = (parse.plain, parse.hasContentUsage ? parse.aipref : nil)
        (lists, meant) = (parse.hasLists ? parse.lists : nil, parse.hasMeant ? parse.meant : nil)
        reservesExpressly =
            parse.rules.contains { $0.kind == .contentSignal } && comments.reserveExpressly(bytes)
        isSuspicious = ByteText.trimmed(bytes.prefix(512)[...]).first == UInt8(ascii: "<")
    }

    /// Whether a group names the agent itself; the group for all does not count.
    public func isNamed(_ agent: ProductToken) -> Bool { plain.isNamed(agent) }

    /// Whether any line of it is one of a robots file.
    var saysAnything: Bool { !rules.isEmpty || !sitemaps.isEmpty || !plain.byAgent.isEmpty }

    func record(_ rule: RobotsRule) -> RobotsRecord {
        RobotsRecord(line: rule.line, offset: rule.place.lowerBound, text: Array(bytes[rule.place]))
    }

    /// A byte order mark, or the part of one that careless tools leave.
    private static func markLength(_ bytes: [UInt8]) -> Int {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let matched = zip(bytes, mark).prefix { $0 == $1 }.count
        return matched
    }

    private static func readableEnd(of bytes: [UInt8]) -> Int {
        guard bytes.count > limit else { return bytes.count }
        let isLineEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
        return bytes[..<limit].lastIndex(where: isLineEnd) ?? 0
    }
}
