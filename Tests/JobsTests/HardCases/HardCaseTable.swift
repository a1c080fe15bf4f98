/// The rows of the table of hard cases, by what decides them. Conditional cells have a row per side; docs/hard-cases.md tells how
/// a cell was read.
enum HardCaseTable {
    static let all = open + licences + reservations + access + parties + neighbours + opposed
}
