import Testing

@testable import Markup

@Suite("Page reading")
struct PageReadingTests {}
