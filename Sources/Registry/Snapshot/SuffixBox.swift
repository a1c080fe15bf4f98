internal import Synchronization
internal import WebAddress

/// A Public Suffix List that is parsed when it is first asked for.
final class SuffixBox: Sendable {
    private let file: MappedFile
    private let parsed = Mutex<PublicSuffixList??>(nil)

    init(_ file: MappedFile) { self.file = file }

    var bytes: UnsafeBufferPointer<UInt8> { file.bytes }

    /// Nil if the bytes are no list.
    var value: PublicSuffixList? {
        parsed.withLock { known in
            if let known { return known }
            let list: PublicSuffixList?
            do throws(PublicSuffixError) { list = try PublicSuffixList(contents: Array(file.bytes)) } catch {
                list = nil
            }
            known = .some(list)
            return list
        }
    }
}
