internal import Canonical
public import Ledger
internal import Shards

#if canImport(Glibc)
    internal import Glibc
#endif

/// Keys as files of one line.
public enum LedgerKey {
    /// Writes a new key that only its owner may read.
    ///
    /// - Throws: ``JobError`` `usage` for a file that is there: a key is never replaced.
    public static func make(_ name: String, kind: KeyKind, at path: String) throws(JobError) -> VerifyingKey {
        do {
            let key = try SigningKey(newNamed: name, kind: kind)
            let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard file >= 0 else {
                let words =
                    errno == EEXIST ? "is there already; a key is never replaced" : String(cString: strerror(errno))
                throw JobError(errno == EEXIST ? .usage : .couldNotRun, "\(path): \(words)")
            }
            close(file)
            try OutputFile.append(Array((key.text + "\n").utf8), to: path)
            return key.verifying
        } catch let error as LedgerError {
            throw JobError(.usage, "\(error)")
        } catch {
            throw JobError(error)
        }
    }

    /// Reads a signing key's file.
    public static func signing(_ path: String) throws(JobError) -> SigningKey {
        do { return try SigningKey(text: String(decoding: OutputFile.read(path), as: UTF8.self)) } catch {
            throw JobError(.usage, "\(path): \(error)")
        }
    }

    /// A verifying key: its line, or the file that holds it.
    public static func verifying(_ text: String) throws(JobError) -> VerifyingKey {
        do {
            if text.contains("+"), FileKind(text) == nil { return try VerifyingKey(text: text) }
            return try VerifyingKey(text: String(decoding: OutputFile.read(text), as: UTF8.self))
        } catch {
            throw JobError(.usage, "\(text.prefix(60)): \(error)")
        }
    }

    /// A checkpoint's file.
    public static func checkpoint(_ path: String) throws(JobError) -> Checkpoint {
        do { return try Checkpoint(bytes: OutputFile.read(path), subject: path) } catch { throw JobError(error) }
    }
}
