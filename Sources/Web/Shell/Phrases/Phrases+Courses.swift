import Complaints
import Records

extension Wording {
    func group(_ group: CustomerGroup) -> String {
        switch group {
        case .person: self("particulier", "private person")
        case .organisation: self("organisatie", "organisation")
        }
    }

    func course(_ course: CaseCourse) -> String {
        switch course {
        case .contactDue: self("eerste contact moest er zijn", "first contact was due")
        case .contactKept: self("eerste contact op tijd", "first contact in time")
        case .contactBroken: self("eerste contact te laat", "first contact late")
        case .termDue: self("oplossing moest er zijn", "solution was due")
        case .termKept: self("opgelost binnen de termijn", "solved within the term")
        case .termBroken: self("niet opgelost binnen de termijn", "not solved within the term")
        case .solved: self("opgelost", "solved")
        case .reopened: self("opgelost en later heropend", "solved and reopened later")
        case .rated: self("opgelost en beoordeeld", "solved and rated")
        case .satisfied: self("opgelost en tevreden", "solved and satisfied")
        case .unsatisfied: self("opgelost en niet tevreden", "solved and not satisfied")
        }
    }
}
