internal import Archive

/// The bytes of a PDF stream with its filter taken off.
struct PDFStream {
    let bytes: [UInt8]
    /// Where the stream's own bytes begin in the file.
    let offset: Int
    /// Whether `bytes` stand in the file as they are.
    let isVerbatim: Bool
    /// False if a filter is not known, the data are damaged, or they are more than the limit.
    let isWhole: Bool

    init(_ raw: ArraySlice<UInt8>, _ dictionary: PDFValue, _ objects: PDFObjects, limit: Int) {
        offset = raw.startIndex
        var filters: [String?] = []
        switch objects.resolved(dictionary["Filter"]) {
        case nil: break
        case .list(let items)?: filters = items.map(\.name)
        case let item?: filters = [item.name]
        }
        let parameters = objects.resolved(dictionary["DecodeParms"])
        if filters.isEmpty {
            bytes = Array(raw.prefix(limit))
            isVerbatim = true
            isWhole = raw.count <= limit
        } else if filters == ["FlateDecode"] || filters == ["Fl"] {
            let inflated = Inflated.read(raw, .zlib, limit: limit)
            bytes = inflated.bytes
            isVerbatim = false
            isWhole = inflated.isWhole && Self.hasNoPredictor(parameters)
        } else {
            bytes = []
            isVerbatim = false
            isWhole = false
        }
    }

    private static func hasNoPredictor(_ parameters: PDFValue?) -> Bool {
        switch parameters {
        case nil, .other?: true
        case .dictionary?: (parameters?["Predictor"]?.integer ?? 1) == 1
        case .list(let items)?: items.allSatisfy { ($0["Predictor"]?.integer ?? 1) == 1 }
        default: false
        }
    }
}
