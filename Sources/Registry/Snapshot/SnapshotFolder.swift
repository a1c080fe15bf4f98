internal import Canonical
internal import Foundation
internal import Glibc

/// Gives a folder its name only when all of it is there.
enum SnapshotFolder {
    /// Lets `fill` write into a folder beside the one named, loads what it wrote, and puts it in the place.
    static func replace(
        _ folder: String, _ fill: (String) throws(RegistryError) -> Void
    ) throws(RegistryError) -> Snapshot {
        try checkPlace(folder)
        let partial = "\(folder).partial-\(getpid())"
        remove(partial)
        guard mkdir(partial, 0o777) == 0 else { throw .storage(partial, "cannot be made") }
        defer { remove(partial) }
        try fill(partial)
        _ = try Snapshot.load(partial)
        try put(partial, at: folder)
        return try Snapshot.open(folder)
    }

    /// Nothing but a snapshot, or an empty folder, is ever replaced.
    private static func checkPlace(_ folder: String) throws(RegistryError) {
        guard !folder.isEmpty else {
            throw RegistryError(.storage, file: "''", reason: "the name of a folder is due")
        }
        var facts = stat()
        guard lstat(folder, &facts) == 0 else { return }
        let names = facts.st_mode & S_IFMT == S_IFDIR ? (FileManager.default.subpaths(atPath: folder) ?? []) : nil
        guard let names, names.isEmpty || names.contains(SnapshotFile.manifest) else {
            throw RegistryError(
                .storage, file: folder, reason: "something else stands there; name a new folder for the snapshot")
        }
        guard names.allSatisfy({ $0 == SnapshotFile.manifest || SnapshotFile(rawValue: $0) != nil }) else {
            throw RegistryError(
                .storage, file: folder, reason: "it holds other files too; name a folder for the snapshot alone")
        }
    }

    private static func put(_ partial: String, at folder: String) throws(RegistryError) {
        // A folder that holds something cannot be replaced in one step. Between the two there is no snapshot of this
        // name, and no run starts without one.
        let old = "\(folder).old-\(getpid())"
        remove(old)
        let isReplacing = rename(folder, old) == 0
        guard rename(partial, folder) == 0 else {
            let fault = RegistryError.storage(folder, "cannot be named")
            if isReplacing { rename(old, folder) }
            throw fault
        }
        remove(old)
        let parent = PathText.folder(of: folder)
        let descriptor = open(parent.isEmpty ? "." : parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .storage(folder, "its folder cannot be opened") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .storage(folder, "its folder cannot be synced") }
    }

    private static func remove(_ folder: String) {
        for name in FileManager.default.subpaths(atPath: folder) ?? [] { unlink(folder + "/" + name) }
        rmdir(folder)
    }
}
