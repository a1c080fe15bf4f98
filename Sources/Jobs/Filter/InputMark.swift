internal import Canonical
internal import Shards

/// `manifests/inputs/000012.json`: that an input is filtered to its end, and what came of it.
struct InputMark: Sendable {
    let seal: InputSeal
    let counts: RunCounts
    let damage: [Damage]

    static func path(_ output: String, _ number: Int) -> String {
        let digits = String(number)
        return "\(output)/manifests/inputs/\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits).json"
    }

    func write(_ output: String) throws(JobError) {
        do { try OutputFile.replace(Self.path(output, seal.number), with: json.canonicalBytes + [0x0A]) } catch {
            throw JobError(.couldNotRun, "\(error)")
        }
    }

    var json: JSONValue {
        .object([
            .init("counts", counts.json), .init("damage", .array(damage.map(\.json))), .init("seal", seal.json),
        ])
    }

    /// Nil if the input was not filtered to its end.
    static func read(_ output: String, _ number: Int) throws(JobError) -> InputMark? {
        let path = path(output, number)
        guard OutputFile.exists(path) else { return nil }
        do {
            return try InputMark(json: JSONReader.read(OutputFile.read(path)), path: path)
        } catch let error as JobError {
            throw error
        } catch {
            throw JobError(.couldNotRun, "\(path): \(error)")
        }
    }

    /// Finds what no longer lies in the output as this mark tells.
    ///
    /// - Throws: ``JobError`` naming the file, and how to have it written again.
    func check(_ output: String) throws(JobError) {
        let path = Self.path(output, seal.number)
        guard counts.rows == seal.rows(in: .evidence), counts.documents == seal.rows(in: .documents) else {
            throw JobError(
                .couldNotRun, "\(path): counts other rows than it seals; delete it to have its input filtered again")
        }
        do { try seal.check(in: output) } catch {
            throw JobError(
                .couldNotRun, "\(error); restore it, or delete \(path) to have its input filtered again")
        }
    }

    init(seal: InputSeal, counts: RunCounts, damage: [Damage]) {
        self.seal = seal
        self.counts = counts
        self.damage = damage
    }

    init(json: JSONValue, path: String) throws(JobError) {
        do {
            guard let seal = json["seal"], let counts = json["counts"].flatMap({ RunCounts(json: $0) }),
                let damage = json["damage"]?.array
            else { throw RowError(format: "manifest 1", key: "", problem: "seal, counts and damage are due") }
            self.seal = try InputSeal(json: seal)
            self.counts = counts
            var read: [Damage] = []
            for item in damage {
                guard let one = Damage(json: item) else {
                    throw RowError(format: "manifest 1", key: "damage", problem: "cannot be read")
                }
                read.append(one)
            }
            self.damage = read
        } catch {
            throw JobError(.couldNotRun, "\(path): \(error); delete it to have its input filtered again")
        }
    }
}
