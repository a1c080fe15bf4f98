/// The version of everything that turns bytes into signals: raised whenever a reading may change.
public enum ReaderVersion {
    public static let current = "muniment-reader-1"
}
