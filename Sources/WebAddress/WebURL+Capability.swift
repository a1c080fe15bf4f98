extension WebURL {
    /// The parameter that makes this URL look like a capability: whoever has the URL may do something that others may
    /// not, because it is signed, or carries a token, a session or a password. Such URLs are not crawled.
    ///
    /// - Returns: What was found, as it is spelled in the URL (`X-Amz-Signature`, `;jsessionid`, `userinfo`), so that
    ///   the refusal can be explained; nil if nothing was.
    ///
    /// Source: parameter names from the URL-signing documents of AWS S3 and CloudFront, Google Cloud Storage, Azure
    /// Storage (SAS), Alibaba OSS, Tencent COS and Akamai; `token` and `;jsessionid` from practice. A name alone
    /// decides, whatever its value.
    public var looksLikeCapability: String? {
        if hasUserinfo { return "userinfo" }
        if let session = CapabilityMarks.sessionInPath(Escapes.normalised(path)) { return session }
        guard let query, !query.isEmpty else { return nil }
        return CapabilityMarks.parameter(in: Escapes.normalised(query))
    }
}

extension CanonicalURL {
    /// See ``WebURL/looksLikeCapability``.
    public var looksLikeCapability: String? { url.looksLikeCapability }
}
