internal import Archive
internal import Canonical
internal import Ledger
internal import Registry
internal import Shards
internal import Transfer
internal import WebAddress

extension JobError {
    /// What an error of any room means for the exit code. The one place that says so.
    public init(_ error: any Error) {
        switch error {
        case let error as JobError: self = error
        case is ConfigError, is WebURLError: self.init(.usage, "\(error)")
        case let error as LedgerError: self.init(Self.kind(error.code), "\(error)")
        case let error as RegistryError: self.init(Self.kind(error.code), "\(error)")
        case let error as ArchiveError:
            self.init(error.code == .unsupportedFormat ? .usage : .couldNotRun, "\(error)")
        case let error as TransferError: self.init(error.code == .badSettings ? .usage : .couldNotRun, "\(error)")
        case is PublicSuffixError:
            let advice = "install the package publicsuffix, or name a list with registry.public_suffix_list"
            self.init(.couldNotRun, "the Public Suffix List cannot be used: \(error); \(advice)")
        default: self.init(.couldNotRun, "\(error)")
        }
    }

    private static func kind(_ code: LedgerError.Code) -> Kind {
        switch code {
        case .badKey: .usage
        case .badNote, .badSignature, .badProof, .damaged: .finding
        case .storage: .couldNotRun
        }
    }

    /// Objections are written by people, as settings are; a snapshot and a list are made, and are whole or unfit.
    private static func kind(_ code: RegistryError.Code) -> Kind {
        switch code {
        case .badPublicSuffixList, .damagedSnapshot, .unknownFormat, .storage: .couldNotRun
        case .notJSON, .unknownKey, .missingKey, .badValue, .badScope, .duplicate, .notAllowed: .usage
        case .notFound, .damagedLog: .finding
        }
    }
}
