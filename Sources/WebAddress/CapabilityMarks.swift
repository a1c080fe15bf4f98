/// The names of parameters that sign a URL or carry a right in it.
enum CapabilityMarks {
    private static let alone: Set<String> = [
        "x-amz-signature", "x-amz-security-token", "x-amz-credential",
        "x-goog-signature", "x-goog-credential",
        "x-oss-signature", "x-oss-security-token", "x-cos-security-token", "q-signature",
        "hdnts", "hdnea", "hdntl", "hmac",
        "jwt", "api_key", "apikey", "password", "passwd",
        "jsessionid", "phpsessid", "aspsessionid", "sessionid", "session_id",
    ]

    /// Names that mean a signature only beside one of the others.
    private static let together: [(name: String, beside: Set<String>)] = [
        ("signature", ["expires", "key-pair-id", "policy", "awsaccesskeyid", "googleaccessid", "ossaccesskeyid"]),
        ("sig", ["se", "sp", "sv", "sr", "expires", "exp"]),
        ("sign", ["expires", "q-ak", "auth_key"]),
        ("auth_key", ["auth_key"]),
    ]

    /// - Parameter query: Without its question mark, escapes of unreserved characters decoded.
    static func parameter(in query: String) -> String? {
        let pairs = query.utf8.split { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ";") }
        let spelled = pairs.map { Substring($0.prefix { $0 != UInt8(ascii: "=") }) }
        let names = spelled.map { $0.lowercased() }
        for (index, name) in names.enumerated() where alone.contains(name) || name.hasSuffix("token") {
            return String(spelled[index])
        }
        let all = Set(names)
        for (index, name) in names.enumerated() {
            guard let rule = together.first(where: { $0.name == name }) else { continue }
            if !rule.beside.isDisjoint(with: all) { return String(spelled[index]) }
        }
        return nil
    }

    /// A session id among the parameters of a path segment: `/a;jsessionid=1`, or the ASP.NET form `/(S(1))/`.
    static func sessionInPath(_ path: String) -> String? {
        guard path.utf8.contains(where: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "(") }) else { return nil }
        for segment in path.split(separator: "/") {
            if segment.hasPrefix("(S("), segment.hasSuffix("))") { return "(S(…))" }
            for parameter in segment.split(separator: ";").dropFirst() {
                let spelled = parameter.prefix { $0 != "=" }
                let name = spelled.lowercased()
                if alone.contains(name) || name.hasSuffix("token") { return ";\(spelled)" }
            }
        }
        return nil
    }
}
