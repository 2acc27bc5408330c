import Casework
import Complaints
import Records

/// Where the complaints are listed that a number of the review counts.
enum ReviewLinks {
    static func address(_ list: ReviewList) -> String {
        switch list {
        case .received(let days): WorklistQuery.received(in: days).address()
        case .course(let course, let days):
            WorklistQuery().with(.counted, WorklistQuery.yes).with(.course, course.rawValue)
                .with(.courseFrom, days.first.iso).with(.courseUntil, days.last.iso).address()
        case .root(let root, let days, let isSerious):
            // The review counts each kind by itself.
            WorklistQuery.received(in: days).with(.about, root.about ?? WorklistQuery.none).with(
                .cause, root.cause?.rawValue ?? WorklistQuery.none
            )
            .with(.severity, isSerious ? WorklistQuery.serious : "").address()
        case .signal(let id): Paths.signal(id)
        case .measure(let id): Paths.measure(id)
        }
    }
}
