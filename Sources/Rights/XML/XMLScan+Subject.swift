internal import Markup

/// How a thing is named: by its address, as written.
extension XMLScan {
    func subject(of holder: XMLHolder) -> String {
        guard !holder.isDocument else { return "" }
        let index = holder.element
        if let about = input.rdf("about", of: index) { return about }
        switch holder.level {
        case .document, .metadata, .package, .article, .part: return input.element(index)["id"] ?? ""
        case .channel, .item: return childText(["link", "guid"], index)
        case .feed, .entry, .source: return alternate(index) ?? childText(["id"], index)
        case .media: return mediaAddress(index) ?? childText(["link", "guid", "id"], index)
        case .image, .resource: return childText(["loc", "url", "link"], index)
        case .record: return record(index)
        }
    }

    /// The text of the first child that has one of the local names, in their order.
    private func childText(_ names: [String], _ index: Int) -> String {
        let children = input.xml.children(of: index)
        for name in names {
            for child in children where input.element(child).name.local == name {
                let text = input.text(child)
                if !text.isEmpty { return text }
            }
        }
        return ""
    }

    private func alternate(_ index: Int) -> String? {
        input.xml.children(of: index).lazy.map { self.input.element($0) }.first {
            $0.name.local == "link" && ($0["rel"] ?? "alternate") == "alternate"
        }?["href"]
    }

    private func mediaAddress(_ index: Int) -> String? {
        let element = input.element(index)
        if let url = element["url"], MediaRSS.namespaces.contains(element.name.namespace) { return url }
        return input.xml.children(of: index).lazy.map { self.input.element($0) }.first {
            MediaRSS.namespaces.contains($0.name.namespace) && ["content", "player"].contains($0.name.local)
        }?["url"]
    }

    private func record(_ index: Int) -> String {
        let end = min(input.element(index).end, index + 512)
        let inside = (index..<end).filter { input.element($0).name.local == "identifier" }.map { input.text($0) }
        return inside.first { $0.hasPrefix("http") } ?? inside.first ?? ""
    }
}
