internal import Foundation
internal import Measure

exit(await MeasureCommand.run(Array(CommandLine.arguments.dropFirst())))
