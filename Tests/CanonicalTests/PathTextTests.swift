import Canonical
import Testing

@Suite("Paths as text")
struct PathTextTests {
    @Test(
        "folder and name, of names of one letter too",
        arguments: [
            ("o", "", "o"), ("o/", "", "o"), ("a/b", "a", "b"), ("/a", "/", "a"), ("/", "", ""), ("", "", ""),
            ("a//b//", "a", "b"), ("/x/y.warc.gz", "/x", "y.warc.gz"), ("é/ü", "é", "ü"), ("//a", "/", "a"),
        ])
    func parts(_ path: String, _ folder: String, _ name: String) {
        #expect(PathText.folder(of: path) == folder)
        #expect(PathText.name(of: path) == name)
    }

    @Test(
        "a path as seen from a folder",
        arguments: [
            ("c", "x", "c/x"), ("config", "../out", "out"), ("", "../out", "../out"), ("c", "/x", "/x"),
            ("/a/b", "../../../x", "/../x"), ("../c", "../x", "../x"), ("c", "..", "."), ("a/./b", "./x", "a/b/x"),
        ])
    func joins(_ folder: String, _ path: String, _ joined: String) {
        #expect(PathText.joined(folder, path) == joined)
    }
}
