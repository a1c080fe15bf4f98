internal import Glibc

extension RegistryError {
    /// A fault of the file system, in its own words.
    static func storage(_ path: String, _ doing: String) -> RegistryError {
        let reason = errno == ENOENT ? "there is no such file" : "\(doing): \(String(cString: strerror(errno)))"
        return RegistryError(.storage, file: path, reason: reason)
    }
}
