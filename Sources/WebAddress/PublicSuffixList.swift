internal import CPSL
internal import Glibc

/// Which part of a host name can be registered, by a Public Suffix List that is given as bytes.
///
/// The system's own list is never used, so that the same bytes answer the same on every machine. Rules of both
/// sections, ICANN and PRIVATE, count. A top-level domain without a rule counts as a suffix (the list's rule `*`).
///
/// Source: publicsuffix.org/list, "Format" and "Algorithm", read 2026-11-23.
public struct PublicSuffixList: Sendable {
    private let handle: PublicSuffixHandle

    /// Number of rules, wildcards and exceptions included.
    public let ruleCount: Int

    /// - Parameter contents: The list file, UTF-8.
    /// - Throws: ``PublicSuffixError`` if a line is no rule, or there is no rule at all.
    public init(contents: [UInt8]) throws(PublicSuffixError) {
        let rules = try PublicSuffixRules(contents)
        handle = try PublicSuffixHandle(rules: rules.text)
        ruleCount = rules.count
    }

    /// The shortest name that somebody could register, e.g. `example.co.uk` for `www.example.co.uk`.
    ///
    /// - Parameter host: A host as ``WebURL/host`` writes it; upper case, Unicode and a root dot are understood too.
    /// - Returns: In ASCII and lower case. Nil for a public suffix, for an IP address, and for what is no host.
    public func registrableDomain(of host: String) -> String? {
        guard let name = DomainName.normalise(host) else { return nil }
        return handle.registrableDomain(of: name)
    }

    /// Whether the name is a public suffix. False for IP addresses and for what is no host.
    public func isPublicSuffix(_ host: String) -> Bool {
        guard let name = DomainName.normalise(host) else { return false }
        return handle.isPublicSuffix(name)
    }

    /// Whether the name is a suffix by the list's ICANN section, or a top-level domain without a rule: one that a registry
    /// gives names out under, and nobody's site. False for suffixes of the PRIVATE section, such as `github.io`, which are
    /// sites of their owners.
    public func isRegistrySuffix(_ host: String) -> Bool {
        guard let name = DomainName.normalise(host) else { return false }
        return handle.isRegistrySuffix(name)
    }
}

/// Owns one libpsl context.
///
/// Sendable because the context is complete when `init` returns and libpsl's look-ups take it as const.
private final class PublicSuffixHandle: @unchecked Sendable {
    private let context: OpaquePointer

    init(rules: [UInt8]) throws(PublicSuffixError) {
        var rules = rules
        let loaded = rules.withUnsafeMutableBytes { bytes -> OpaquePointer? in
            guard let file = fmemopen(bytes.baseAddress, bytes.count, "r") else { return nil }
            defer { fclose(file) }
            return psl_load_fp(file)
        }
        guard let loaded else { throw PublicSuffixError(line: nil, reason: "libpsl could not load it") }
        context = loaded
    }

    deinit { psl_free(context) }

    func registrableDomain(of name: String) -> String? {
        name.withCString { start in psl_registrable_domain(context, start).map { String(cString: $0) } }
    }

    func isPublicSuffix(_ name: String) -> Bool { psl_is_public_suffix(context, name) == 1 }

    func isRegistrySuffix(_ name: String) -> Bool {
        psl_is_public_suffix2(context, name, CInt(PSL_TYPE_ICANN)) == 1
    }
}
