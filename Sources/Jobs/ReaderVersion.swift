internal import Rights

/// The version of everything that turns bytes into signals and text: raised whenever a reading may change.
public enum ReaderVersion {
    public static let current = "page-1 " + Rights.readerVersion
}
