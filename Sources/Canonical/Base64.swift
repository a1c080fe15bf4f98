internal import Foundation

/// Base64 with padding, RFC 4648 section 4.
public enum Base64 {
    public static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// Nil for anything that ``encode(_:)`` would not have written: another alphabet, white space, no padding, or bits
    /// in the last digit that stand for nothing (section 3.5).
    public static func decode(_ text: String) -> [UInt8]? {
        guard let bytes = Data(base64Encoded: text).map(Array.init), encode(bytes).utf8.elementsEqual(text.utf8) else {
            return nil
        }
        return bytes
    }
}
