internal import Canonical
internal import Provenance

// Scopes that lie nowhere: digests, identifiers, texts, names.
extension ObjectionScope {
    static func payload(_ value: String) -> Reading {
        guard let digest = Digest(value) else {
            return .failure(Refusal(.unparseable, "\"\(value.prefix(80))\" is not sha256: and 64 hex digits"))
        }
        return .success(ObjectionScope(.payload, key: digest.hex))
    }

    /// An identifier counts in its one form, with the digits that check it right.
    static func identifier(_ read: () throws(IdentifierError) -> Identifier?) -> Reading {
        do throws(IdentifierError) {
            guard let identifier = try read() else {
                let known = IdentifierScheme.allCases.map(\.rawValue).joined(separator: ", ")
                return .failure(
                    Refusal(.unparseable, "it names no registry: write it as isbn:9780306406157; known are \(known)"))
            }
            let kind = identifier.scheme.subject == .party ? ScopeKind.party : .work
            return .success(ObjectionScope(kind, key: identifier.text))
        } catch {
            return .failure(Refusal(.unparseable, "\(error)"))
        }
    }

    /// An identifier that names its registry, of a work or of a party as is said.
    static func named(_ kind: ScopeKind, _ value: String) -> Reading {
        identifier { () throws(IdentifierError) in try Identifier.named(value) }.flatMap { scope in
            guard scope.kind == kind else {
                return .failure(
                    Refusal(.badKind, "\(scope.key) is no \(kind.rawValue); use the kind \(scope.kind.rawValue)"))
            }
            return .success(scope)
        }
    }

    /// Words that a text must have for its copies to be told from others.
    ///
    /// Source: licensing bases 0.0.8, "Near-duplicate objections need >= 200 words", read 2026-11-30.
    static let leastWords = 200

    static func text(_ value: String) -> Reading {
        guard value.hasPrefix(sketchName), let sketch = TextSketch(base64: String(value.dropFirst(sketchName.count)))
        else {
            return .failure(
                Refusal(
                    .unparseable,
                    "\"\(value.prefix(40))\" is no sketch of the kind \(TextSketch.algorithm); file the text itself"))
        }
        // So many words make that many runs of five.
        guard sketch.count >= leastWords - 4 else {
            return .failure(
                Refusal(
                    .tooShort,
                    "the text has \(sketch.count) different runs of five words; \(leastWords) words are due, or use the kind url"
                ))
        }
        return .success(ObjectionScope(.text, key: sketchName + sketch.base64))
    }

    /// A repertoire or a part of a data set has the name that it was given out under.
    static func name(_ kind: ScopeKind, _ value: String) -> Reading {
        guard (1...128).contains(value.utf8.count), value.utf8.allSatisfy(ObjectionFields.isIDByte) else {
            return .failure(
                Refusal(.unparseable, "\"\(value.prefix(80))\" is no name: 1 to 128 letters, digits and . _ : / -"))
        }
        return .success(ObjectionScope(kind, key: value))
    }
}
