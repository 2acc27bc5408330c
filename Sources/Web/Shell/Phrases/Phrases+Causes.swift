import Casework
import Complaints

extension Desk {
    /// A cause in the words of the list that is kept now, in a sentence.
    func cause(_ cause: Cause) -> String { house.causes.label(cause, in: language).lowercasedFirst }

    /// The causes that can be chosen now, and the one that was.
    func causeChoices(keeping current: Cause? = nil) -> [Choice] {
        house.causes.items.filter { $0.isActive || $0.code == current?.rawValue }.map { Choice($0.code, $0.label(in: language)) }
    }
}
