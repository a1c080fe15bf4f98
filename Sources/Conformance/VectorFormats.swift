/// Every format that is known, in the order in which a row is offered to them.
enum VectorFormats {
    static let all: [any VectorFormat] = [
        RightsVectorFormat(), StructuredFieldFormat(), URLFormat(), RobotsFormat(), RobotsSurveyFormat(),
        RobotsFetchFormat(), ArchiveFormat(),
        LicenceURLFormat(), LicenceNameFormat(), AIPrefFormat(), HeaderFormat(), TDMRepFormat(), EncodingFormat(),
        HostileFileFormat(), HostileRecipeFormat(), LicenceTextFormat(), RightsFactsFormat(), StructuredDataFormat(),
        EmbeddedVectorFormat(), PathDotsFormat(), ForeignFormat(),
    ]
}
