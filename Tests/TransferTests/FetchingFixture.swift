import WebAddress

@testable import Transfer

/// Settings as the tests need them: loopback allowed, short times.
func testSettings(_ change: (inout FetchSettings) throws -> Void = { _ in }) throws -> FetchSettings {
    let identity = try Identity(
        product: "TestBot", version: "1.0", page: "https://operator.example/bot", mailbox: "bot@operator.example")
    var settings = FetchSettings(identity: identity)
    settings.allowAddresses = [try AddressRange("127.0.0.0/8")]
    settings.connectTimeout = 2_000
    settings.totalTimeout = 30_000
    try change(&settings)
    return settings
}

/// Fetches one URL with a fetcher of its own.
func fetch(
    _ url: String, settings: FetchSettings? = nil, headers: [HeaderField] = [],
    onHead: @escaping @Sendable (ResponseHead) -> BodyVerdict = { _ in .take() }
) async throws -> FetchedResponse {
    let fetcher = try Fetcher(settings ?? testSettings())
    defer { fetcher.close() }
    return try await fetcher.fetch(FetchRequest(url: try CanonicalURL(url), headers: headers), onHead: onHead)
}

/// The code of the error a fetch ends with; nil if it ends with a response.
func failure(
    _ url: String, settings: FetchSettings? = nil, headers: [HeaderField] = []
) async throws -> TransferError.Code? {
    do {
        _ = try await fetch(url, settings: settings, headers: headers)
        return nil
    } catch let error as TransferError {
        return error.code
    }
}
