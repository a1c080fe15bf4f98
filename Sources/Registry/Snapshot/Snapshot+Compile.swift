public import Canonical
internal import Foundation
internal import Glibc
internal import WebAddress

extension Snapshot {
    /// Compiles objections.
    ///
    /// The same objections, in any order and any split over files, the same list and the same time give the same bytes.
    ///
    /// - Parameters:
    ///   - objections: Files of JSON lines (`docs/formats/objection.md`), each under the name errors shall use.
    ///   - publicSuffixList: An unchanged copy of `public_suffix_list.dat`.
    ///   - at: The time of the compile. No objection may have been recorded after it.
    ///   - repertoires: The lists of those who object to a repertoire by name.
    ///   - folder: Where the snapshot shall lie. An older snapshot there is replaced at once, whole.
    /// - Throws: ``RegistryError`` with file, line and key for the first fault found. Nothing is skipped.
    @discardableResult
    public static func compile(
        objections: [(file: String, bytes: [UInt8])], publicSuffixList: [UInt8], at: Timestamp, into folder: String,
        repertoires: [Repertoire] = []
    ) throws(RegistryError) -> Snapshot {
        let sources = objections.map { (file: $0.file, lines: LineSource(bytes: $0.bytes)) }
        return try compile(sources, publicSuffixList: publicSuffixList, at: at, into: folder, repertoires)
    }

    /// Compiles objection files, which are read in pieces and may be of any size.
    ///
    /// - Parameter mandates: The repertoire as a file of mandates; whoever gives it has checked it. Empty for none.
    @discardableResult
    public static func compile(
        files: [String], publicSuffixList: [UInt8], at: Timestamp, into folder: String,
        repertoires: [Repertoire] = [], mandates: [UInt8] = []
    ) throws(RegistryError) -> Snapshot {
        var sources: [(file: String, lines: LineSource)] = []
        for file in files { sources.append((file, try LineSource(path: file))) }
        return try compile(sources, publicSuffixList: publicSuffixList, at: at, into: folder, repertoires, mandates)
    }

    /// Compiles objections that are at hand one by one, such as those of an import.
    ///
    /// - Parameters:
    ///   - log: The head of the log they are from, if they are from one.
    ///   - next: gives the next objection; nil at the end.
    @discardableResult
    public static func compile(
        publicSuffixList: [UInt8], at: Timestamp, into folder: String, log: LogHead? = nil,
        _ next: () throws(RegistryError) -> Objection?
    ) throws(RegistryError) -> Snapshot {
        _ = try parse(publicSuffixList)
        return try SnapshotFolder.replace(folder) { partial throws(RegistryError) in
            var writer = SnapshotWriter(into: partial, publicSuffixList: publicSuffixList, at: at, log: log)
            while let objection = try next() { try writer.add(objection) }
            _ = try writer.finish(allowingRepeatedIDs: true)
        }
    }

    private static func compile(
        _ sources: [(file: String, lines: LineSource)], publicSuffixList: [UInt8], at: Timestamp, into folder: String,
        _ repertoires: [Repertoire], _ mandates: [UInt8] = []
    ) throws(RegistryError) -> Snapshot {
        let reader = ObjectionReader(suffixes: try parse(publicSuffixList), now: at)
        return try SnapshotFolder.replace(folder) { partial throws(RegistryError) in
            var writer = SnapshotWriter(
                into: partial, publicSuffixList: publicSuffixList, at: at, repertoires: repertoires,
                mandates: mandates)
            var firsts: [Int] = []
            var total = 0
            for source in sources {
                let first = total
                firsts.append(first)
                var lines = source.lines
                while let line = try lines.next() {
                    try writer.add(reader.read(line: line, file: source.file, number: total - first + 1))
                    total += 1
                }
            }
            guard let repeated = try writer.finish(allowingRepeatedIDs: false) else { return }
            let file = firsts.lastIndex { $0 <= repeated } ?? 0
            throw RegistryError(
                .duplicate, file: sources[file].file, line: repeated - firsts[file] + 1, key: "id",
                reason: "its id stands before it already; an id names one objection")
        }
    }

    static func parse(_ list: [UInt8]) throws(RegistryError) -> PublicSuffixList {
        do throws(PublicSuffixError) {
            return try PublicSuffixList(contents: list)
        } catch {
            throw RegistryError(
                .badPublicSuffixList, file: "public suffix list", line: error.line, reason: "\(error)")
        }
    }
}
