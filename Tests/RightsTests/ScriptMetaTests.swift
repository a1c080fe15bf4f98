import Provenance
import Rights
import Testing

@Suite("A refusal that a script puts into the page: nobody runs it, and what it says is not known")
struct ScriptMetaTests {
    @Test(
        "noai in a meta element that a script makes or changes",
        arguments: [
            (
                "var m=document.createElement('meta');m.name='robots';m.content='noai';document.head.appendChild(m)",
                true
            ),
            ("const m = document.createElement( \"META\" ); m.setAttribute('content', 'noimageai, noai')", true),
            ("let m=document.createElement(`meta`);m.content=`noai`", true),
            ("document.querySelector('meta[name=robots]').content='NOAI'", true),
            ("document.createElement('meta').content='noindex'", false),
            ("document.createElement('script').src='/noai.js'", false),
            ("document.createElement('meta'); var monoaia='x'", false), ("var list=['noai']", false),
            ("createelement('meta'); 'noai'", false),
        ])
    func script(_ text: String, _ isUnread: Bool) throws {
        let found = try PageFixture(html: "<head><script>\(text)</script></head>" + prose).reading()
        #expect(found.statesAtUse[.metaRobots] == (isUnread ? .unreadable : .absent))
        let signals = found.signals.filter { $0.source == .metaRobots }
        #expect(signals.map(\.value) == (isUnread ? [.invalid] : []))
        #expect(signals.allSatisfy { $0.notes.contains("restrictive-intent") && $0.quote.text.lowercased() == "noai" })
    }

    @Test(
        "data, templates and comments make nothing",
        arguments: [
            "<script type='application/json'>{\"a\":\"createElement('meta') noai\"}</script>",
            "<script type='text/template'>document.createElement('meta').content='noai'</script>",
            "<!-- <script>document.createElement('meta').content='noai'</script> -->",
        ])
    func data(_ html: String) throws {
        #expect(try PageFixture(html: html + prose).reading().statesAtUse[.metaRobots] == .absent)
    }

    @Test(
        "a robots meta element for all crawlers under another name refuses, and permits nothing",
        arguments: ["robot", "bot", "bots", "spider", "crawlers", "all", "any", "ai", "ai-bot", "everyone"])
    func misaddressed(_ name: String) throws {
        let refused = try PageFixture(html: "<meta name='\(name)' content='noai'>" + prose).reading()
        let signal = try #require(refused.signals.first { $0.source == .metaRobots })
        #expect(signal.value == .invalid && signal.isTaken && signal.notes.contains("restrictive-intent"))
        let no = try PageFixture(html: "<meta name='ai-training' content='no'>" + prose).reading()
        #expect(no.signals.contains { $0.source == .metaRobots && $0.value == .invalid })
        let other = try PageFixture(html: "<meta name='\(name)' content='index, follow'>" + prose).reading()
        #expect(!other.signals.contains { $0.source == .metaRobots && $0.isTaken && $0.value != .unknown })
    }
}
