internal import Archive

/// The bytes of a PDF stream with its filters taken off.
///
/// Source: ISO 32000-2, 7.4.2 (ASCIIHexDecode), 7.4.3 (ASCII85Decode), 7.4.4 (FlateDecode, without a predictor); read
/// 2026-11-30.
struct PDFStream {
    let bytes: [UInt8]
    /// Where the stream's own bytes begin in the file.
    let offset: Int
    /// Whether `bytes` stand in the file as they are.
    let isVerbatim: Bool
    /// False if a filter is not known, the data are damaged, or they are more than the limit.
    let isWhole: Bool

    /// Filters of one stream that are taken off; more are no document's.
    private static let mostFilters = 8

    init(_ raw: ArraySlice<UInt8>, _ dictionary: PDFValue, _ objects: PDFObjects, limit: Int) {
        offset = raw.startIndex
        let filters = Self.list(objects.resolved(dictionary["Filter"])).map { objects.resolved($0)?.name }
        let parameters = Self.list(objects.resolved(dictionary["DecodeParms"]))
        guard !filters.isEmpty else {
            bytes = Array(raw.prefix(limit))
            isVerbatim = true
            isWhole = raw.count <= limit
            return
        }
        isVerbatim = false
        var (data, whole) = (Array(raw), filters.count <= Self.mostFilters)
        for (index, filter) in filters.enumerated() {
            let own = index < parameters.count ? objects.resolved(parameters[index]) : nil
            (data, whole) = whole ? Self.unpack(data, filter, own, limit) : ([], false)
        }
        (bytes, isWhole) = (data, whole)
    }

    /// One value, or the items of a list; none for a missing value.
    private static func list(_ value: PDFValue?) -> [PDFValue?] {
        switch value {
        case nil: []
        case .list(let items)?: items
        case let item?: [item]
        }
    }

    private static func unpack(
        _ data: [UInt8], _ filter: String?, _ parameters: PDFValue?, _ limit: Int
    ) -> ([UInt8], Bool) {
        switch filter {
        case "FlateDecode", "Fl":
            let inflated = Inflated.read(data[...], .zlib, limit: limit)
            return (inflated.bytes, inflated.isWhole && (parameters?["Predictor"]?.integer ?? 1) == 1)
        case "ASCIIHexDecode", "AHx": return PDFText.hex(data, limit: limit)
        case "ASCII85Decode", "A85": return PDFText.base85(data, limit: limit)
        default: return ([], false)
        }
    }
}
