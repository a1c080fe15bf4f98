/// Where a stage hands on what it made.
typealias ByteSink = (UnsafeRawBufferPointer) throws(ContentDecodingError) -> Void

/// One step of taking a body's codings off.
protocol DecodingStage: AnyObject {
    var notes: [DecodedContent.Note] { get }
    func push(_ input: UnsafeRawBufferPointer, to sink: ByteSink) throws(ContentDecodingError)
    /// Nothing follows. Throws `.truncated` if something should.
    func finish(to sink: ByteSink) throws(ContentDecodingError)
}

/// Takes one content coding off, or hands the body on if it does not bear it.
final class CodecStage: DecodingStage {
    private enum State {
        /// Not enough bytes yet to see what comes; `first` is true before the first member.
        case sniffing(first: Bool)
        case decoding(any StreamCodec)
        case plain
        case trailing
    }

    private let coding: ContentCoding
    private var state = State.sniffing(first: true)
    /// Of the first member; reset for those that follow, since a body may have very many.
    private var codec: (any StreamCodec)?
    private var held: [UInt8] = []
    private let scratch: UnsafeMutableRawBufferPointer
    private(set) var notes: [DecodedContent.Note] = []

    init(_ coding: ContentCoding) {
        self.coding = coding
        scratch = .allocate(byteCount: 128 << 10, alignment: 16)
    }

    deinit { scratch.deallocate() }

    func push(_ input: UnsafeRawBufferPointer, to sink: ByteSink) throws(ContentDecodingError) {
        var rest = input
        while !rest.isEmpty {
            switch state {
            case .plain: return try sink(rest)
            case .trailing: return
            case .sniffing(let isFirst):
                rest = try sniff(rest, isFirst, to: sink)
            case .decoding(let codec):
                let used = try decode(rest, codec, to: sink)
                rest = UnsafeRawBufferPointer(rebasing: rest[used...])
            }
        }
    }

    /// Looks at the first bytes of a member, which may come in pieces; gives what is left of the input.
    private func sniff(
        _ input: UnsafeRawBufferPointer, _ isFirst: Bool, to sink: ByteSink
    ) throws(ContentDecodingError) -> UnsafeRawBufferPointer {
        if held.isEmpty && input.count >= coding.signatureLength {
            try choose(input, isFirst)
            return input
        }
        let taken = min(input.count, coding.signatureLength - held.count)
        held.append(contentsOf: input.prefix(taken))
        if held.count == coding.signatureLength {
            let start = held
            held = []
            // No member of any coding that may be followed by another fits in a signature, so this goes one deep.
            try start.withRawBytes { (bytes) throws(ContentDecodingError) in
                try choose(bytes, isFirst)
                try push(bytes, to: sink)
            }
        }
        return UnsafeRawBufferPointer(rebasing: input[taken...])
    }

    private func choose(_ start: UnsafeRawBufferPointer, _ isFirst: Bool) throws(ContentDecodingError) {
        if isFirst {
            codec = try coding.codec(for: start)
            if let codec {
                state = .decoding(codec)
            } else {
                notes.append(.notEncoded(coding.rawValue))
                state = .plain
            }
        } else if coding.bearsSignature(start), let codec {
            codec.reset()
            state = .decoding(codec)
        } else {
            notes.append(.trailingBytes)
            state = .trailing
        }
    }

    /// Decodes until the input is used up or a member ends; gives the number of bytes used.
    private func decode(
        _ input: UnsafeRawBufferPointer, _ codec: any StreamCodec, to sink: ByteSink
    ) throws(ContentDecodingError) -> Int {
        var used = 0
        while true {
            let step = codec.step(from: UnsafeRawBufferPointer(rebasing: input[used...]), into: scratch)
            used += step.used
            if step.made > 0 { try sink(UnsafeRawBufferPointer(rebasing: scratch[..<step.made])) }
            switch step.state {
            case .failed(let words):
                throw ContentDecodingError(outcome: .undecodable("\(coding.rawValue) data damaged: \(words)"))
            case .end:
                // Gzip and zstd may go on with a further member; deflate and brotli may not.
                let mayGoOn = coding == .gzip || coding == .zstd
                if !mayGoOn && used < input.count { notes.append(.trailingBytes) }
                state = mayGoOn ? .sniffing(first: false) : .trailing
                return used
            case .more:
                if step.used == 0 && step.made == 0 || used == input.count && step.made < scratch.count {
                    return input.count
                }
            }
        }
    }

    func finish(to sink: ByteSink) throws(ContentDecodingError) {
        switch state {
        case .plain, .trailing: return
        case .decoding:
            throw ContentDecodingError(outcome: .truncated("the \(coding.rawValue) data is cut off"))
        case .sniffing(let isFirst):
            // Not even nothing is coded as nothing.
            guard isFirst || !held.isEmpty else { return }
            notes.append(isFirst ? .notEncoded(coding.rawValue) : .trailingBytes)
            let rest = held
            held = []
            guard isFirst else { return }
            try rest.withRawBytes { (bytes) throws(ContentDecodingError) in try sink(bytes) }
        }
    }
}
