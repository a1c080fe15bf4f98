internal import Canonical
internal import Transfer

extension CrawlSettings {
    /// How requests are made, under the operator's identity.
    func fetchSettings(_ config: RunConfig) throws(TransferError) -> FetchSettings {
        let identity = try Identity(
            product: config.op.product, version: config.op.version, page: config.op.contact, mailbox: config.op.email)
        var fetch = FetchSettings(identity: identity)
        fetch.connectTimeout = connectTimeout
        fetch.totalTimeout = totalTimeout
        fetch.bodyLimit = config.limits.bodyBytes
        fetch.version = http2 ? .http2 : .http1
        fetch.allowAddresses = allowAddresses
        fetch.connectTo = connectTo
        fetch.authorities = authorities
        return fetch
    }

    /// For a survey, which needs neither seeds nor a section `crawl`.
    init(survey config: RunConfig) throws(ConfigError) {
        if let node = config.crawl {
            try self.init(node, folder: config.folder, needsSeeds: false)
        } else {
            try self.init(ConfigNode.read("{}", file: config.file), folder: config.folder, needsSeeds: false)
        }
    }
}
