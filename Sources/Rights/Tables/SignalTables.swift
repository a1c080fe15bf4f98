public import Canonical

/// The signal tables: what readers know of the world besides specifications, as data under `config/signals/`.
///
/// They are part of the input set: a reading depends on the bytes read and on these alone.
public struct SignalTables: Sendable {
    /// The files that make up the tables, all of them due.
    public static let fileNames = [
        AgentTable.fileName, LicenceCatalogue.fileName, ReservationTable.fileName, StatementTable.fileName,
        WallTable.fileName,
    ]

    public let agents: AgentTable
    public let licences: LicenceCatalogue
    public let reservations: ReservationTable
    public let walls: WallTable
    /// One JSON object from file name to text: what the manifest names by digest.
    public let bytes: [UInt8]

    /// Reads the tables of a folder.
    ///
    /// - Parameter text: The text of a file at a path; nil if it cannot be read as UTF-8.
    /// - Throws: ``ConfigError`` with the path of a file that cannot be read, or as ``init(files:)`` does.
    public init(folder: String, text: (String) -> String?) throws(ConfigError) {
        var files: [(name: String, path: String, text: String)] = []
        for name in Self.fileNames {
            let path = folder + "/" + name
            guard let text = text(path) else {
                throw ConfigError(
                    file: path, line: 0, key: "",
                    problem: "this signal table cannot be read as UTF-8 text; name its folder with signals.directory")
            }
            files.append((name, path, text))
        }
        try self.init(files: files)
    }

    /// - Parameter files: `name` is one of ``fileNames``, `path` is for messages.
    /// - Throws: ``ConfigError`` with file, line and key; for a file that is missing too.
    public init(files: [(name: String, path: String, text: String)]) throws(ConfigError) {
        func node(_ name: String) throws(ConfigError) -> ConfigNode {
            guard let file = files.first(where: { $0.name == name }) else {
                throw ConfigError(
                    file: name, line: 0, key: "",
                    problem: "this signal table is missing; name the folder that holds it with signals.directory")
            }
            return try ConfigNode.read(file.text, file: file.path)
        }
        agents = try AgentTable(node(AgentTable.fileName))
        licences = try LicenceCatalogue(
            node(LicenceCatalogue.fileName), statements: StatementTable(node(StatementTable.fileName)))
        reservations = try ReservationTable(node(ReservationTable.fileName))
        walls = try WallTable(node(WallTable.fileName))
        let known = files.filter { Self.fileNames.contains($0.name) }.sorted { $0.name < $1.name }
        bytes = JSONValue.object(known.map { .init($0.name, .string($0.text)) }).canonicalBytes
    }
}
