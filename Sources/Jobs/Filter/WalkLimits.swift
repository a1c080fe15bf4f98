/// How much the first walk over an archive keeps for its end.
struct WalkLimits: Sendable {
    /// Bytes of a file up to which what it comes upon is considered at once: of a longer one hardly anything could be kept.
    var fileBytes = 64 << 20
    /// Bytes of rows and records that are kept, roughly.
    var keptBytes = 48 << 20
}
