package import Complaints
package import Records

/// The complaints that a number of the review counts: whoever shows it knows where their list is.
package enum ReviewList: Hashable, Sendable {
    case received(DayRange)
    case course(CaseCourse, DayRange)
    case root(Root, DayRange, serious: Bool)
    case signal(Int64)
    case measure(MeasureID)
}
