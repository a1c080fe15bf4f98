import Testing

@testable import Extraction

@Suite("Main text")
struct ExtractorTests {}
