internal import CDeflate

/// The stages of one body, outermost coding first, and the bytes that come out at the end.
final class DecodingChain {
    private var stages: [any DecodingStage] = []
    private let limits: ContentDecoder.Limits
    /// `Content-Length`, if it counts for the bytes this chain gets.
    private var declaredLength: Int?
    private var made: [Int] = []
    private var encodedCount = 0
    /// How many of the stages take off a transfer coding; they come first.
    private var transferStages = 0
    /// Bytes seen without the transfer coding.
    private var transferred = 0
    private(set) var output: [UInt8] = []
    private var notes: [DecodedContent.Note] = []
    private var stopped: ContentDecodingError?
    /// The one coding of the body, if that is gzip and nothing else: it can then be decoded whole.
    private var isGzipOnly = false

    private static let mostStages = 8
    /// Names of codings, those that say nothing included, that are looked at before a step is made for any.
    private static let mostNames = 64

    init(_ headers: HTTPHeaders, _ limits: ContentDecoder.Limits, isTransferDecoded: Bool, checksLength: Bool) {
        self.limits = limits
        do throws(ContentDecodingError) {
            let transfer = Self.names(headers, "Transfer-Encoding")
            let content = Self.names(headers, "Content-Encoding")
            guard transfer.count + content.count <= Self.mostNames else {
                throw ContentDecodingError(
                    outcome: .undecodable("\(transfer.count + content.count) codings on one body"))
            }
            if !isTransferDecoded {
                for name in transfer.reversed() { try addTransfer(name) }
                transferStages = stages.count
            }
            for name in content.reversed() { try addContent(name) }
            isGzipOnly = stages.count == 1 && content.contains { $0 == "gzip" || $0 == "x-gzip" } && transfer.isEmpty
            if checksLength && transfer.isEmpty { declaredLength = headers.first("Content-Length").flatMap { Int($0) } }
            guard stages.count <= Self.mostStages else {
                throw ContentDecodingError(outcome: .undecodable("\(stages.count) codings on one body"))
            }
        } catch {
            stopped = error
        }
        made = Array(repeating: 0, count: stages.count + 1)
    }

    private static func names(_ headers: HTTPHeaders, _ field: String) -> [String] {
        headers.values(field).flatMap { $0.split(separator: ",") }
            .map { $0.lowercased().trimmingSpaces() }.filter { !$0.isEmpty }
    }

    private func addTransfer(_ name: String) throws(ContentDecodingError) {
        if name == "chunked" {
            stages.append(ChunkedStage())
        } else if name != "identity" {
            try addContent(name)
        }
    }

    private func addContent(_ name: String) throws(ContentDecodingError) {
        if ContentCoding.saysNothing(name) {
            if name != "identity" { notes.append(.noCoding(name)) }
        } else if let coding = try ContentCoding.named(name) {
            stages.append(CodecStage(coding))
        }
    }

    func append(_ piece: UnsafeRawBufferPointer) throws(ContentDecodingError) {
        if let stopped { throw stopped }
        encodedCount += piece.count
        do {
            try feed(0, piece)
        } catch {
            stopped = error
            throw error
        }
    }

    /// The whole body in one piece.
    ///
    /// What goes wrong is kept for `finish`.
    func appendAll(_ body: UnsafeRawBufferPointer) {
        if stopped == nil && stages.isEmpty { output.reserveCapacity(min(body.count, limits.maxBytes)) }
        if stopped == nil && isGzipOnly && decodeWhole(body) { return }
        do {
            try append(body)
        } catch {
            stopped = error
        }
    }

    /// The short way for one gzip member that keeps within all limits; false if it is anything else.
    private func decodeWhole(_ body: UnsafeRawBufferPointer) -> Bool {
        guard body.count >= 18, body.count <= limits.maxTransferred, body[0] == 0x1F, body[1] == 0x8B,
            let raw = libdeflate_alloc_decompressor()
        else { return false }
        defer { libdeflate_free_decompressor(raw) }
        // The last four bytes are the size modulo 2^32 (RFC 1952, section 2.3.1); a false one fails in libdeflate.
        let tail = UnsafeRawBufferPointer(rebasing: body[(body.count - 4)...])
        let size = Int(DecodedInput.word(tail))
        guard size <= limits.maxBytes, size < limits.ratioFrom || size <= limits.maxRatio * body.count else {
            return false
        }
        var code = LIBDEFLATE_BAD_DATA
        var used = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
            var done = 0
            code = libdeflate_gzip_decompress_ex(
                raw, body.baseAddress, body.count, room.baseAddress, size, &used, &done)
            count = code == LIBDEFLATE_SUCCESS ? done : 0
        }
        guard code == LIBDEFLATE_SUCCESS, used == body.count else { return false }
        output = bytes
        encodedCount = body.count
        stages.removeAll()
        return true
    }

    private func feed(_ index: Int, _ bytes: UnsafeRawBufferPointer) throws(ContentDecodingError) {
        guard index == transferStages else { return try pass(index, bytes) }
        let room = limits.maxTransferred - transferred
        transferred += min(bytes.count, room)
        guard bytes.count > room else { return try pass(index, bytes) }
        try pass(index, UnsafeRawBufferPointer(rebasing: bytes[..<room]))
        throw ContentDecodingError(outcome: .overLimit("more than \(limits.maxTransferred) bytes as transferred"))
    }

    private func pass(_ index: Int, _ bytes: UnsafeRawBufferPointer) throws(ContentDecodingError) {
        if index > 0 || stages.isEmpty { try count(index, bytes.count) }
        guard index < stages.count else {
            output.append(contentsOf: bytes)
            return
        }
        try stages[index].push(bytes) { (piece) throws(ContentDecodingError) in try self.feed(index + 1, piece) }
    }

    /// The limits hold for what every stage makes, so that no coding inside another escapes them.
    private func count(_ index: Int, _ more: Int) throws(ContentDecodingError) {
        made[index] += more
        let total = made[index]
        if total > limits.maxBytes {
            throw ContentDecodingError(outcome: .overLimit("more than \(limits.maxBytes) decoded bytes"))
        }
        if total > limits.ratioFrom && total / limits.maxRatio > encodedCount {
            let reason = "more than \(limits.maxRatio) decoded bytes for each of \(encodedCount) encoded ones"
            throw ContentDecodingError(outcome: .overLimit(reason))
        }
    }

    func finish() -> DecodedContent {
        var outcome = DecodedContent.Outcome.decoded
        do throws(ContentDecodingError) {
            if let stopped { throw stopped }
            for index in stages.indices {
                try stages[index].finish { (piece) throws(ContentDecodingError) in try self.feed(index + 1, piece) }
            }
            try checkLength()
        } catch {
            outcome = error.outcome
        }
        let all = notes + stages.flatMap { $0.notes }
        var content = DecodedContent(bytes: output, outcome: outcome, notes: all, encodedCount: encodedCount)
        for case let stage as ChunkedStage in stages where !stage.trailers.isEmpty {
            // The parser of heads passes over a first line.
            content.trailers = (Array("\n".utf8) + stage.trailers).withUnsafeBytes { HeadParser.fields($0) }
        }
        return content
    }

    private func checkLength() throws(ContentDecodingError) {
        let isAsSent = !stages.contains { $0.notes.contains { if case .notEncoded = $0 { true } else { false } } }
        guard isAsSent, let declaredLength, encodedCount < declaredLength else { return }
        let reason = "the body has \(encodedCount) of the \(declaredLength) bytes its Content-Length names"
        throw ContentDecodingError(outcome: .truncated(reason))
    }
}

extension StringProtocol {
    /// Without spaces and tabs at both ends.
    fileprivate func trimmingSpaces() -> String {
        let start = drop { $0 == " " || $0 == "\t" }
        let length = start.reversed().drop { $0 == " " || $0 == "\t" }.count
        return String(start.prefix(length))
    }
}
