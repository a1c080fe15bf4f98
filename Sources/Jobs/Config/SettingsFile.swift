public import Canonical
internal import Foundation
internal import Shards

/// Files that people write settings in: what they say, or in words why nobody can tell.
public enum SettingsFile {
    /// The settings used where none are named, as seen from a checkout.
    public static let standard = "config/default.yaml"

    /// The text of a file.
    ///
    /// - Parameter advice: what to do, for the message.
    /// - Throws: ``ConfigError`` that tells apart what is not there, is no file, and is not text.
    public static func text(_ path: String, advice: String) throws(ConfigError) -> String {
        let bytes: [UInt8]
        do { bytes = try OutputFile.read(path) } catch {
            throw ConfigError(file: error.path, line: 0, key: "", problem: "\(error.problem); \(advice)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ConfigError(file: path, line: 0, key: "", problem: "is not UTF-8 text; \(advice)")
        }
        return text
    }

    /// Where the settings of a command stand: the file named; else the standard file in the current folder; else the
    /// one of the checkout that the program was built in.
    ///
    /// - Throws: ``JobError`` if none is named and there is no standard file.
    public static func path(_ named: String?) throws(JobError) -> String {
        if let named { return named }
        if FileKind(standard) == .file { return standard }
        var folder = PathText.folder(of: program)
        while folder.count > 1 {
            let path = folder + "/" + standard
            if FileKind(folder + "/Package.swift") == .file, FileKind(path) == .file { return path }
            folder = PathText.folder(of: folder)
        }
        throw JobError(
            .usage,
            "no settings are named, and there is no \(standard) here; name a file with --config (docs/config.md)")
    }

    private static var program: String { Bundle.main.executablePath ?? "" }
}
