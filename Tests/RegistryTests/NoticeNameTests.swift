import Canonical
import Ledger
import Registry
import Testing

@Suite("Every notice has a folder of its own among the pages")
struct NoticeNameTests {
    @Test(
        "ids and their folders",
        arguments: [
            ("NOTICE-2026-1", "NOTICE-2026-1"), ("a/b", "a~b"), ("a-b", "a-b"), ("a:b", "a=b"), (".", "+"),
            ("..", "+."),
            ("...", "+.."), ("a.", "a."), (".a", "+a"), ("/..", "~.."), ("../..", "+.~.."), ("a//b", "a~~b"),
            ("-", "-"),
            ("a..b", "a..b"), ("a=b", "a=b"),
        ])
    func names(_ id: String, _ name: String) { #expect(NoticePages.name(id) == name) }

    @Test("no two ids share one, and none is hidden or leads elsewhere")
    func distinct() {
        let letters = Array("a.:/-_")
        var names: [String: String] = [:]
        func walk(_ id: String, _ depth: Int) {
            if !id.isEmpty {
                let name = NoticePages.name(id)
                #expect(names.updateValue(id, forKey: name) == nil, "\(id)")
                #expect(!name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains(":"))
            }
            guard depth > 0 else { return }
            for letter in letters { walk(id + String(letter), depth - 1) }
        }
        walk("", 4)
    }

    @Test("an address of before leads to its notice, where it was the only one")
    func former() throws {
        let bench = try StoreBench()
        func publish(_ id: String) throws {
            let text = """
                id: "\(id)"
                controller: {name: Lab}
                sources: [example.com]
                purposes: [pretrain]
                commercial: true
                territories: [DE]
                collection: {from: 2026-01-01, to: 2026-12-31}
                channels: ["https://lab.example/notices", "https://lab.example/feed"]
                how_to_object: {form: "https://lab.example/object"}
                """
            let record = try NoticeRecord(ConfigNode.read(text, file: "n.yaml"), publicSuffixList: nil)
            try bench.store.draft(record, at: bench.day(1))
            try bench.store.publish(notice: id, at: bench.day(1))
        }
        func found(_ name: String) throws -> String? {
            NoticePages.notice(named: name, among: try bench.store.notices(at: bench.day(2)))?.id
        }
        try publish("a/b")
        #expect(try found("a-b") == "a/b" && found("a~b") == "a/b" && found("a=b") == nil)
        try publish("a:b")
        #expect(try found("a-b") == nil && found("a=b") == "a:b")
        try publish("a-b")
        #expect(try found("a-b") == "a-b" && found("a~b") == "a/b")
        // Each has files of its own.
        let pages = NoticePages(origin: "o", key: bench.key, base: "https://x.example/notices", at: bench.day(2))
        let paths = try pages.files(bench.store.notices(at: bench.day(2))).map(\.path)
        #expect(paths.count == 10 && Set(paths).count == 10)
    }
}
