internal import Canonical

/// A repertoire as a table: a line for each share of a work under a mandate, columns named by the first.
///
/// What a mandate or a work says stands in its first line and may be left empty in those after it; what they say there must
/// be the same. Several values of one field stand between `|`. Source: RFC 4180; read 2026-11-29.
enum RepertoireTable {
    private static let texts = ["society", "kind", "from", "to", "tariff", "internal_use_only"]
    private static let lists = ["rights", "territories"]
    private static let workTexts = ["title", "class", "match", "partial"]
    private static let workLists = ["ids", "covers"]
    private static let columns =
        ["mandate"] + texts + lists + ["work"] + workTexts + workLists + ["party", "role", "ppm"]

    fileprivate struct Work {
        let line: Int
        var fields: [String: String] = [:]
        var shares: [(party: String, role: String, ppm: String, line: Int)] = []
    }

    fileprivate struct Mandate {
        let line: Int
        var fields: [String: String] = [:]
        var works: [(id: String, work: Work)] = []
        var places: [String: Int] = [:]
    }

    static func node(_ text: String, file: String) -> (ConfigNode?, [ConfigError]) {
        var (mandates, order, faults, names) = ([String: Mandate](), [String](), [ConfigError](), [String]())
        for (index, line) in TextLines(text).enumerated() where !line.isEmpty {
            func fault(_ problem: String) {
                faults.append(ConfigError(file: file, line: index + 1, key: "", problem: problem))
            }
            guard let fields = CSVLine.fields(String(line)) else {
                fault("a quote is not closed in its line")
                continue
            }
            if names.isEmpty {
                guard fields.allSatisfy(columns.contains), Set(fields).count == fields.count,
                    ["mandate", "work", "party", "ppm"].allSatisfy(fields.contains)
                else {
                    fault("the first line names the columns, each once, out of \(columns.joined(separator: ","))")
                    return (nil, faults)
                }
                names = fields
                continue
            }
            guard fields.count == names.count else {
                fault("\(fields.count) fields; the first line names \(names.count) columns")
                continue
            }
            let row = Dictionary(uniqueKeysWithValues: zip(names, fields)).filter { !$0.value.isEmpty }
            guard let id = row["mandate"] else {
                fault("mandate is empty")
                continue
            }
            if mandates[id] == nil { order.append(id) }
            if let problem = mandates[id, default: Mandate(line: index + 1)].add(row, index + 1) { fault(problem) }
        }
        let items = order.compactMap { id in mandates[id].map { (json: json(id, $0), line: $0.line) } }
        return (ConfigNode(sections: [(RepertoireSection.mandates.rawValue, items)], file: file), faults)
    }

    private static func json(_ id: String, _ mandate: Mandate) -> JSONValue {
        var members: [JSONValue.Member] = [.init("id", .string(id))]
        members += Self.members(mandate.fields, texts: texts, lists: lists)
        let works = mandate.works.map { id, work in
            let shares = work.shares.map { share -> JSONValue.Member in
                guard !share.role.isEmpty else { return .init(share.party, .string(share.ppm)) }
                return .init(
                    share.party, .object([.init("ppm", .string(share.ppm)), .init("role", .string(share.role))]))
            }
            return JSONValue.object(
                [.init("work", .string(id))] + Self.members(work.fields, texts: workTexts, lists: workLists) + [
                    .init("shares", .object(shares))
                ])
        }
        return .object(members + [.init("repertoire", .array(works))])
    }

    private static func members(
        _ fields: [String: String], texts: [String], lists: [String]
    ) -> [JSONValue.Member] {
        texts.compactMap { key in fields[key].map { .init(key, .string($0)) } }
            + lists.compactMap { key in
                fields[key].map { .init(key, .array($0.split(separator: "|").map { .string(String($0)) })) }
            }
    }
}

extension RepertoireTable.Mandate {
    /// - Returns: What is wrong with the line; nil if nothing is.
    fileprivate mutating func add(_ row: [String: String], _ line: Int) -> String? {
        for key in RepertoireTable.ofMandate {
            guard let value = row[key] else { continue }
            if let known = fields[key], known != value {
                return "\(key) is \(value), and \(known) in the mandate's first line"
            }
            fields[key] = value
        }
        guard let id = row["work"], let party = row["party"], let ppm = row["ppm"] else {
            return "work, party and ppm are due"
        }
        let place = places[id] ?? works.count
        if place == works.count {
            works.append((id, .init(line: line)))
            places[id] = place
        }
        for key in RepertoireTable.ofWork {
            guard let value = row[key] else { continue }
            if let known = works[place].work.fields[key], known != value {
                return "\(key) is \(value), and \(known) in the work's first line"
            }
            works[place].work.fields[key] = value
        }
        guard !works[place].work.shares.contains(where: { $0.party == party }) else {
            return "\(party) stands twice in work \(id)"
        }
        works[place].work.shares.append((party, row["role"] ?? "", ppm, line))
        return nil
    }
}

extension RepertoireTable {
    fileprivate static let ofMandate = texts + lists
    fileprivate static let ofWork = workTexts + workLists
}
