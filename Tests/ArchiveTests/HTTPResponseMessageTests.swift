import Archive
import Testing

@Suite("Reading HTTP responses (RFC 9112)")
struct HTTPResponseMessageTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var version = "HTTP/1.1"
        var status = 200
        var reason = ""
        var body = ""
    }

    @Test(
        "Status lines as servers send them, section 4",
        arguments: [
            Case(testDescription: "usual", text: "HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody", reason: "OK", body: "body"),
            Case(
                testDescription: "old", text: "HTTP/1.0 404 Not Found\r\n\r\n", version: "HTTP/1.0", status: 404,
                reason: "Not Found"),
            Case(testDescription: "HTTP/2", text: "HTTP/2 200\r\nA: b\r\n\r\nx", version: "HTTP/2", body: "x"),
            Case(testDescription: "no reason", text: "HTTP/1.1 301 \r\nA: b\r\n\r\n", status: 301),
            Case(
                testDescription: "LF alone", text: "HTTP/1.1 200 OK\nA: b\n\nbody\r\n\r\nmore", reason: "OK",
                body: "body\r\n\r\nmore"),
            Case(
                testDescription: "no fields", text: "HTTP/1.1 451 No\r\n\r\nlaw", status: 451, reason: "No", body: "law"
            ),
        ])
    func statusLine(_ given: Case) throws {
        let block = Array(given.text.utf8)
        let message = try HTTPResponseMessage(block)
        #expect(message.version == given.version && message.status == given.status && message.reason == given.reason)
        #expect(Array(block[message.bodyRange]) == Array(given.body.utf8))
        #expect(message.isHeadComplete)
    }

    @Test("Fields: order, duplicates, case, folds, white space; lines that are none are counted")
    func fields() throws {
        let text = """
            HTTP/1.1 200 OK\r\nX-Robots-Tag: noai\r\nx-robots-tag :  noindex ,\r\n\t nofollow\r\nEmpty:\r\nnonsense\r
            : nameless\r\nTDM-Reservation: 1\r\n\r\n
            """
        let message = try HTTPResponseMessage(Array(text.utf8))
        #expect(message.headers.values("X-ROBOTS-TAG") == ["noai", "noindex , nofollow"])
        #expect(message.headers.first("empty") == "")
        #expect(message.headers.first("tdm-reservation") == "1")
        #expect(message.headers.first("absent") == nil && !message.headers.contains("absent"))
        #expect(message.headers.pairs.map(\.name) == ["X-Robots-Tag", "x-robots-tag", "Empty", "TDM-Reservation"])
        #expect(message.headers.malformedLines == 2)
    }

    @Test("Values that are no UTF-8 are read as ISO 8859-1; their bytes stay at hand")
    func latin1() throws {
        let block = Array("HTTP/1.1 200 OK\r\nA: caf".utf8) + [0xE9] + Array("\r\nB: café\r\n\r\n".utf8)
        let message = try HTTPResponseMessage(block)
        #expect(message.headers.first("a") == "café" && message.headers.first("b") == "café")
        #expect(message.headers.rawValues("a") == [[0x63, 0x61, 0x66, 0xE9]])
    }

    @Test("A head without its empty line is said to be incomplete, with an empty body")
    func incompleteHead() throws {
        let message = try HTTPResponseMessage(Array("HTTP/1.1 200 OK\r\nA: b\r\nC: d".utf8))
        #expect(!message.isHeadComplete && message.bodyRange.isEmpty && message.headers.first("c") == "d")
    }

    @Test(
        "What is no response is a typed error",
        arguments: [
            ("", HTTPMessageError.Code.empty), ("<html>", .noStatusLine), ("GET / HTTP/1.1\r\n\r\n", .noStatusLine),
            ("HTTP/1.1\r\n\r\n", .badStatus), ("HTTP/1.1 20 OK\r\n\r\n", .badStatus),
            ("HTTP/1.1 2xx OK\r\n\r\n", .badStatus),
        ])
    func refused(_ text: String, _ code: HTTPMessageError.Code) {
        let error = #expect(throws: HTTPMessageError.self) { try HTTPResponseMessage(Array(text.utf8)) }
        #expect(error?.code == code)
    }

    @Test("Fields made from pairs cannot carry line breaks")
    func fromPairs() {
        let headers = HTTPHeaders([("A", "b\r\nC: d"), ("a", "e")])
        #expect(headers.values("A") == ["b  C: d", "e"] && headers.count == 2)
    }
}
