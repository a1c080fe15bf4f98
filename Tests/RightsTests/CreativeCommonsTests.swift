import Rights
import Testing

@Suite("URLs of Creative Commons")
struct CreativeCommonsTests {
    @Test(
        "A licence is known however its URL is written",
        arguments: [
            ("https://creativecommons.org/licenses/by/4.0/", "by 4.0"),
            ("//www.creativecommons.org/licenses/BY-SA/3.0/DE/deed.de", "by-sa 3.0 de"),
            ("creativecommons.org/licenses/by-nc/2.5/scotland/legalcode?x#y", "by-nc 2.5 scotland"),
            ("http://creativecommons.org:80/licenses/sampling%2B/1.0", "sampling+ 1.0"),
            ("https://creativecommons.org/licenses/by/4.0/).", "by 4.0"),
            ("https://creativecommons.org/publicdomain/zero/1.0/deed.en", "zero 1.0"),
            ("https://creativecommons.org/publicdomain/certification/1.0/us/", "certification 1.0 us"),
            ("https://creativecommons.org/licenses/publicdomain/", "publicdomain"),
            ("http://creativecommons.org/licenses/by-nd-nc/1.0/", "by-nd-nc 1.0"),
        ])
    func known(_ url: String, _ name: String) throws {
        let tool = try #require(CreativeCommons.parse(url))
        #expect(
            [tool.unit, tool.version, tool.jurisdiction ?? ""].filter { !$0.isEmpty }.joined(separator: " ") == name)
        #expect(CreativeCommons.parse(tool.url) == tool)
    }

    @Test(
        "A URL that names no published licence is none",
        arguments: [
            "https://creativecommons.org/licenses/by/", "https://creativecommons.org/licenses/by/5.0/",
            "https://creativecommons.org/licenses/by/4.0/de/", "https://creativecommons.org/licenses/by/2.1/",
            "https://creativecommons.org/licenses/by-nd-nc/2.5/", "https://creativecommons.org/licenses/GPL/2.0/",
            "https://creativecommons.org.evil.com/licenses/by/4.0/", "https://example.com/licenses/by/4.0/",
            "https://creativecommons.org@evil.com/licenses/by/4.0/", "https://creativecommons.org/choose/", "",
            "https://search.creativecommons.org/licenses/by/4.0/",
            "https://evil.com/?creativecommons.org/licenses/by/4.0/",
        ])
    func refused(_ url: String) {
        #expect(CreativeCommons.parse(url) == nil)
    }

    @Test("What each licence asks")
    func flags() throws {
        #expect(
            try #require(CreativeCommons.parse("https://creativecommons.org/licenses/by-nc-sa/4.0/")).flags == [
                "attribution", "nc", "sa",
            ])
        #expect(
            try #require(CreativeCommons.parse("https://creativecommons.org/licenses/nd-nc/1.0/")).flags == [
                "nc", "nd", "retired:2004-05-25",
            ])
        #expect(try #require(CreativeCommons.parse("https://creativecommons.org/publicdomain/mark/1.0/")).flags.isEmpty)
    }

    private static let six = ["by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd"]
    private static let ports: [String: String] = [
        "3.0":
            "at au br ch cl cn cr cz de ec ee eg es fr gr gt hk hr ie igo it lu nl no nz ph pl pr pt ro rs sg th tw ug us "
            + "ve vn za",
        "2.5": "ar au bg br ca ch cn co dk es hr hu il in it mk mt mx my nl pe pl pt scotland se si tw za",
        "2.1": "au es jp", "2.0": "at au be br ca cl de es fr hr it jp kr nl pl tw uk za", "1.0": "fi il nl",
    ]

    private static func names(_ units: [String], _ version: String, _ ports: [String]) -> [String] {
        units.flatMap { unit in ports.map { "\(unit)/\(version)" + ($0.isEmpty ? "" : "/" + $0) } }
    }

    /// Section 9.1: every licence that was published, by unit, version and port.
    static let inventory: [String] = {
        var all = names(six, "4.0", [""])
        for version in ["3.0", "2.5", "2.0"] {
            all += names(six, version, [""] + (ports[version] ?? "").split(separator: " ").map(String.init))
        }
        all += names(six, "2.1", ["au", "es", "jp"])
        all += names(six + ["by-nd-nc"], "1.0", ["", "fi", "il", "nl"])
        all += names(["sa", "nd", "nc", "nc-sa", "nd-nc"], "1.0", ["", "fi", "nl"])
        all += names(["sa", "nd", "nc", "nc-sa", "nd-nc", "by-nd-nc"], "2.0", ["jp"])
        return all + ["devnations/2.0", "sampling/1.0", "sampling+/1.0", "nc-sampling+/1.0"]
    }()

    static let tails = [
        "", "/", "/deed", "/deed.en", "/deed.pt_BR", "/legalcode", "/legalcode.txt", "/legalcode.de", "/rdf",
        "/?ref=chooser-v1", "#x", ").", "/deed.en?x=1#y", "//", "/;",
    ]

    @Test(
        "Section 9.1: each of the inventory, with each of its tails, in capitals, escaped and with the signs of a sentence"
    )
    func spellings() throws {
        for (number, name) in Self.inventory.enumerated() {
            let address = "creativecommons.org/licenses/" + name
            let tool = try #require(CreativeCommons.parse("https://" + address + "/"), "\(name)")
            let parts = name.split(separator: "/").map(String.init)
            #expect([tool.unit, tool.version] + [tool.jurisdiction].compactMap { $0 } == parts)
            let tails = Self.tails
            // All of them for licences without a port, and each for many with one.
            let own = parts.count == 2 ? tails : [tails[number % tails.count], tails[number / 2 % tails.count]]
            for tail in own {
                #expect(CreativeCommons.parse("http://www." + address + tail) == tool, "\(name)\(tail)")
            }
            let odd = [
                "//" + address, address, "https://" + address.uppercased(),
                "https://creativecommons.org//licenses//" + name,
                "https://creativecommons.org:443/licenses/"
                    + name.replacing("+", with: "%2B").replacing("-", with: "%2D"),
            ]
            for url in odd { #expect(CreativeCommons.parse(url) == tool, "\(url)") }
            for url in ["https://evil.example/\(address)", "https://creativecommons.org.example/licenses/\(name)"] {
                #expect(CreativeCommons.parse(url) == nil, "\(url)")
            }
        }
        #expect(Self.inventory.count == Set(Self.inventory).count)
    }

    @Test("Section 9.1: what was never published is none: units, versions and ports that do not go together")
    func unpublished() {
        let versions = ["1.0", "2.0", "2.1", "2.5", "3.0", "4.0", "5.0", "3.1"]
        let units =
            Self.six + ["by-nd-nc", "sa", "nd", "nc", "nc-sa", "nd-nc", "by-nd-sa", "nc-by", "by-sa-nc", "zero"]
        let all = Set(Self.ports.values.flatMap { $0.split(separator: " ").map(String.init) }).union(["", "gb", "xx"])
        let known = Set(Self.inventory)
        for unit in units {
            for version in versions {
                for port in all {
                    let name = "\(unit)/\(version)" + (port.isEmpty ? "" : "/" + port)
                    let isKnown = CreativeCommons.parse("https://creativecommons.org/licenses/\(name)/") != nil
                    #expect(isKnown == known.contains(name), "\(name)")
                }
            }
        }
    }

    @Test("Dedications and the older mark, and pages beside them")
    func dedications() throws {
        for (path, unit) in [
            ("publicdomain/zero/1.0", "zero"), ("publicdomain/mark/1.0/deed.fr", "mark"),
            ("publicdomain/certification/1.0/us", "certification"), ("licenses/publicdomain/deed.de", "publicdomain"),
        ] {
            #expect(try #require(CreativeCommons.parse("http://creativecommons.org/" + path)).unit == unit)
        }
        for path in [
            "publicdomain/zero/2.0", "publicdomain/certification/1.0/de", "publicdomain", "licenses",
            "licenses/unknown/1.0",
            "share-your-work/", "about/cclicenses/", "licenses/MIT/", "licenses/LGPL/2.1/", "licenses/BSD/",
        ] {
            #expect(CreativeCommons.parse("http://creativecommons.org/" + path) == nil, "\(path)")
        }
    }
}
