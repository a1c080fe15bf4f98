public import ArgumentParser
public import Registry

// Words of the registry that options take as they are written in its files.
extension FieldGroup: ExpressibleByArgument {}
extension Objector.Kind: ExpressibleByArgument {}
extension ObjectionAct: ExpressibleByArgument {}
extension ProofMethod: ExpressibleByArgument {}
extension Standing: ExpressibleByArgument {}
