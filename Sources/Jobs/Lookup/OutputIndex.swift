public import Canonical

/// `muniment audit index`: makes the key index of an output.
public enum OutputIndex {
    /// - Returns: The number of records, and the root over them.
    public static func make(_ output: String) throws(JobError) -> (count: Int, root: Digest) {
        try KeyIndexWriter(output: output).write()
    }
}
