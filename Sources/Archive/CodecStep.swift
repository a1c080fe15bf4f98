/// What one call of a streaming decompressor did.
struct CodecStep {
    enum State {
        /// The stream goes on.
        case more
        /// The member or frame is complete and its checksum, if any, is right.
        case end
        /// Damaged; the library's own words.
        case failed(String)
    }

    /// Bytes taken from the input.
    var used: Int
    /// Bytes written to the room given.
    var made: Int
    var state: State
}
