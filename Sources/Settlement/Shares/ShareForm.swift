/// The forms of files that shares are read from, by the end of their names.
enum ShareForm: String {
    case table = "shares.tsv"
    case yaml = "mandates.yaml"
    case json = "mandates.json"
    case lines = "mandates.jsonl"
    case csv = "mandates.csv"

    static let all: [ShareForm] = [.table, .yaml, .json, .lines, .csv]

    init(_ path: String) {
        let ends: [(String, ShareForm)] = [
            (".yaml", .yaml), (".yml", .yaml), (".json", .json), (".jsonl", .lines), (".ndjson", .lines),
            (".csv", .csv),
        ]
        self = ends.first { path.hasSuffix($0.0) }?.1 ?? .table
    }

    /// What a copy among the inputs of a settled pool is named.
    var copyName: String { rawValue }
}
