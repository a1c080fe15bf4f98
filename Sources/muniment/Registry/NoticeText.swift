internal import Canonical
internal import Registry

/// A notice in words and as JSON.
enum NoticeText {
    static func json(_ notice: NoticeLife, at time: Timestamp) -> JSONValue {
        let versions = notice.versions.map { version in
            let windows = version.record.sources.map { source in
                let window = notice.window(of: source, in: version, at: time)
                return JSONValue.object([
                    .init("closes", .string(window?.closes.description ?? "")),
                    .init("continuous", .bool(window?.isContinuous ?? false)),
                    .init("opens", .string(window?.start.description ?? "")),
                    .init("outage_days", .integer(Int64(window?.outageDays ?? 0))), .init("source", .string(source)),
                ])
            }
            return JSONValue.object([
                .init("content_hash", .string(version.record.digest.description)),
                .init("index", .integer(Int64(version.index))),
                .init("published_at", .string(version.publishedAt.description)),
                .init("state", .string(notice.state(of: version, at: time).rawValue)),
                .init("version", .integer(Int64(version.number))), .init("windows", .array(windows)),
                .init("witness", .string(notice.proof(of: version, by: time)?.name ?? "")),
            ])
        }
        return .object([
            .init("draft", .string(notice.draft?.description ?? "")), .init("notice", .string(notice.id)),
            .init("versions", .array(versions)),
        ])
    }

    static func text(_ notice: NoticeLife, at time: Timestamp) -> String {
        var lines = [notice.id + (notice.draft.map { "  DRAFT \($0)" } ?? "")]
        for version in notice.versions {
            lines.append(
                "  version \(version.number)  \(notice.state(of: version, at: time).rawValue), published \(version.publishedAt)"
            )
            guard version.ended == nil else { continue }
            let proof = notice.proof(of: version, by: time)
            lines.append("    " + (proof.map { "seen \($0.at) by \($0.name)" } ?? "self-attested: no witness"))
            for source in version.record.sources {
                let window = notice.window(of: source, in: version, at: time)
                lines.append(
                    "    \(source): " + (window.map { "window \($0.start) to \($0.closes)" } ?? "no window yet"))
            }
        }
        return lines.joined(separator: "\n")
    }
}
