public import ArgumentParser
public import Jobs

extension CountingRule: ExpressibleByArgument {}
