import Foundation
import Testing

@testable import Shards

@Suite("The lock of a run, and what stands at a path")
struct RunLockTests {
    private func folder() throws -> String {
        let path = NSTemporaryDirectory() + "lock-" + UUID().uuidString
        try OutputFile.makeFolder(path + "/a/b")
        return path + "/a/b"
    }

    @Test("Two runs cannot hold one folder, the second is told who does, and no file stays behind")
    func lock() throws {
        let folder = try folder()
        var first: RunLock? = try RunLock(folder: folder)
        #expect(first != nil)
        let error = #expect(throws: LockError.self) { try RunLock(folder: folder) }
        #expect(error?.holder == Int(getpid()))
        let other = try RunLock(folder: folder, name: ".lock-1-of-2")
        withExtendedLifetime(other) {}
        first = nil
        _ = try RunLock(folder: folder)
        #expect(!OutputFile.exists(folder + "/.lock"))
    }

    @Test("a lock that a killed run left is taken over")
    func abandoned() throws {
        let folder = try folder()
        try OutputFile.replace(folder + "/.lock", with: Array("999999\n".utf8))
        _ = try RunLock(folder: folder)
    }

    @Test("what cannot be read or written is told apart: not there, a folder, a device; /dev/null is never replaced")
    func kinds() throws {
        let folder = try folder()
        func words(_ body: () throws -> Void) -> String {
            do { try body() } catch { return "\(error)" }
            return ""
        }
        #expect(words { _ = try OutputFile.read(folder + "/none") } == "\(folder)/none: there is no such file")
        #expect(words { _ = try OutputFile.read(folder) } == "\(folder): is a folder; a file is due")
        #expect(words { _ = try OutputFile.read("/dev/null") } == "/dev/null: is a device; a file is due")
        #expect(words { try OutputFile.replace("/dev/null", with: []) }.contains("is a device"))
        #expect(words { try OutputFile.replace(folder, with: []) }.contains("is a folder"))
        #expect(words { try OutputFile.replace(folder + "/no/x", with: []) }.contains("its folder is not there"))
        try OutputFile.replace(folder + "/file", with: [1, 2])
        #expect(words { try OutputFile.makeFolder(folder + "/file") }.contains("is a file; a folder is due"))
        #expect(words { try OutputFile.makeFolder(folder + "/file/x") }.contains("is a file; a folder is due"))
        #expect(try OutputFile.read(folder + "/file") == [1, 2])
        #expect(FileKind.areSame(folder + "/file", folder + "/../b/file"))
        #expect(!FileKind.areSame(folder + "/file", folder + "/none"))
    }
}
