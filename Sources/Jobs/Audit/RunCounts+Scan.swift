internal import Canonical
internal import Shards

extension RunCounts {
    /// Counts a row by what was taken from its line. The reasons are those that the row tells; see ``differences(from:)``.
    mutating func add(_ scan: EvidenceScan) {
        rows += 1
        if scan.isDocument {
            documents += 1
            textBytes += scan.textBytes ?? 0
        }
        guard let verdict = scan.verdict else {
            add("verdict", "deny", scan.weight)
            return add("access", scan.access.text, scan.weight)
        }
        add("verdict", verdict.text, scan.weight)
        add("access", scan.access.text, scan.weight)
        if scan.admits, !scan.bases.isEmpty { add("basis", scan.basisText, scan.weight) }
        if !scan.admits { add("reason", "", scan.weight) }
        for doubt in scan.doubts {
            add(doubt: doubt.text, isAdmitted: scan.admits, isDenied: verdict.text != "hold", scan.weight)
        }
    }

    /// In which groups the rows counted here differ from what a manifest says of them.
    ///
    /// Records passed over left no row, and the names of reasons may be left out of rows: of those only the sum is
    /// compared. A replay decides every row again and finds the names.
    func differences(from manifest: RunCounts) -> [String] {
        var differences: [String] = []
        if rows != manifest.rows { differences.append("\(manifest.rows) rows, and there are \(rows)") }
        if documents != manifest.documents {
            differences.append("\(manifest.documents) documents, and there are \(documents)")
        }
        if textBytes != manifest.textBytes {
            differences.append("\(manifest.textBytes) bytes of text, and there are \(textBytes)")
        }
        let compared = ["verdict", "access", "basis", "doubt", "doubtDenied", "doubtAdmitted"]
        for group in compared where groups[group] ?? [:] != manifest.groups[group] ?? [:] {
            differences.append("numbers by \(group) that are not those of the rows")
        }
        let sum = { (counts: RunCounts) in counts.groups["reason"]?.values.reduce(0, +) ?? 0 }
        if sum(self) != sum(manifest) { differences.append("\(sum(manifest)) reasons, and \(sum(self)) rows have one") }
        return differences
    }
}
