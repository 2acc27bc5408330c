import Casework

extension SignalWords {
    func table(_ kind: CasePeriod.Kind?) -> ControlLines.Words {
        ControlLines.Words(
            desk.say, name: kind == .month ? desk.say("Maand", "Month") : desk.say("Week", "Week"), amount: desk.say("Aantal", "Number"))
    }
}
