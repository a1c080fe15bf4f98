internal import Canonical
internal import Provenance
internal import Shards

/// `README.md` for whoever hosts the documents: a dataset card with `configs` that `load_dataset` takes.
///
/// Source: Hugging Face Hub documentation, "Dataset Cards" and "Manual Configuration", date read 2026-11-29.
struct DatasetCard {
    let facts: RunFacts
    let name: String
    /// Digest of the manifest, by which the card can be held against the output.
    let manifest: Digest
    let packs: [String]

    var bytes: [UInt8] { Array((head + body).utf8) }

    /// Tags of languages as pages declare them, as far as they are two or three letters.
    private var languages: [String] {
        let tags = facts.languages.keys.map { String($0.lowercased().prefix { $0 != "-" && $0 != "_" }) }
        return Set(tags.filter { (2...3).contains($0.utf8.count) && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } })
            .sorted()
    }

    /// By the words of pages, none of which can be anything but text where they stand.
    private var languageAmounts: [String: RunFacts.Amount] {
        var amounts: [String: RunFacts.Amount] = [:]
        for (name, amount) in facts.languages {
            amounts[MarkdownText.escaped(Shown.text(name)), default: .init()].add(amount.bytes, amount.documents)
        }
        return amounts
    }

    private var head: String {
        let languages = languages.isEmpty ? "" : "language:\n" + languages.map { "- \($0)\n" }.joined()
        return """
            ---
            pretty_name: "\(name.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline })"
            license: other
            license_name: per-document
            \(languages)task_categories:
            - text-generation
            dataset_info:
            - config_name: default
              features:
            \(Self.features)configs:
            - config_name: default
              data_files:
              - split: train
                path: documents/*.jsonl.zst
            ---

            """
    }

    /// What the keys of a document are, so that no loader guesses it from the rows it sees first.
    private static var features: String {
        func lines(_ names: [String], _ indent: String) -> String {
            names.map { name in
                let type = DocumentRow.numbers.contains(name) ? "int64" : "string"
                return "\(indent)- name: \(name)\n\(indent)  dtype: \(type)\n"
            }.joined()
        }
        return lines(["added", "created", "id", "source", "text"], "  ") + "  - name: metadata\n    struct:\n"
            + lines(DocumentRow.metadata, "    ")
    }

    private var body: String {
        """
        # \(name)

        \(facts.documents.documents) documents, \(facts.documents.bytes) bytes of text, from \(facts.hosts.count) hosts, fetched \
        \(facts.firstFetched?.description ?? "never") to \(facts.lastFetched?.description ?? "never"). Every document says in its `metadata` on what basis it is \
        here, what it obliges its user to, whom to credit, and the digest of the evidence for that; `partition` groups documents by what must be done for them.

        Decided under: \(packs.joined(separator: "; ")). What was found is told, never that a use is lawful.

        ## Basis

        \(table(facts.bases))

        ## Obligations

        \(table(facts.obligations))

        ## Languages, as pages declare them

        \(table(languageAmounts))

        ## Check it

        `muniment audit verify` reads every file and row again; the manifest's SHA-256 is `\(manifest.hex)`.

        """
    }

    private func table(_ amounts: [String: RunFacts.Amount]) -> String {
        guard !amounts.isEmpty else { return "None." }
        let rows = amounts.sorted { ($1.value.documents, $0.key) < ($0.value.documents, $1.key) }.map { name, amount in
            "| \(name.isEmpty ? "none" : name.replacing("|", with: "\\|")) | \(amount.documents) | \(amount.bytes) |"
        }
        return "| | documents | bytes of text |\n|---|---|---|\n" + rows.joined(separator: "\n")
    }
}
