import Casework

extension SignalWords {
    func table(_ kind: CasePeriod.Kind?) -> ControlLines.Words {
        let say = desk.say
        return ControlLines.Words(
            fold: say("Als tabel", "As a table"), name: kind == .month ? say("Maand", "Month") : say("Week", "Week"),
            amount: say("Aantal", "Number"), remark: say("Bijzonder", "Remarkable"),
            outside: say("buiten de grenzen", "outside the limits"), limits: say("Normaal", "Usual"))
    }
}
