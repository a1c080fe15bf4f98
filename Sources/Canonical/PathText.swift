/// The parts of a path as text. Foundation's own end the program on a name of one letter (Swift 6.3 on Linux).
public enum PathText {
    /// What stands before the last name: empty for a name alone, `/` for one below the root.
    public static func folder(of path: String) -> String {
        let bytes = trimmed(path)
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        let folder = bytes[..<slash].dropLast(while: { $0 == UInt8(ascii: "/") })
        return folder.isEmpty ? "/" : String(decoding: folder, as: UTF8.self)
    }

    /// The last name, without slashes behind it; empty for the root.
    public static func name(of path: String) -> String {
        let bytes = trimmed(path)
        let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        return String(decoding: bytes[start...], as: UTF8.self)
    }

    /// A path as seen from a folder, with `.` and `..` taken out where names stand before them.
    public static func joined(_ folder: String, _ path: String) -> String {
        if path.hasPrefix("/") || folder.isEmpty { return path }
        var names: [Substring] = []
        for name in (folder + "/" + path).split(separator: "/") where name != "." {
            if name == "..", let last = names.last, last != ".." { names.removeLast() } else { names.append(name) }
        }
        let text = (folder.hasPrefix("/") ? "/" : "") + names.joined(separator: "/")
        return text.isEmpty ? "." : text
    }

    private static func trimmed(_ path: String) -> ArraySlice<UInt8> {
        Array(path.utf8)[...].dropLast(while: { $0 == UInt8(ascii: "/") })
    }
}

extension ArraySlice {
    fileprivate func dropLast(while drops: (Element) -> Bool) -> ArraySlice {
        var rest = self
        while let last = rest.last, drops(last) { rest.removeLast() }
        return rest
    }
}
