internal import Foundation
internal import Measure

exit(MeasureCommand.run(Array(CommandLine.arguments.dropFirst())))
