import Complaints
import Hummingbird

/// The form as it travels: names of its fields, and reading what came.
struct ReportForm {
    static let trap = "website"
    static let back = "back"

    static let allowed: Set<String> = Set(ReportField.allCases.map(\.rawValue))
        .union(FileCounter.fields).union([trap, back, Submission.field, SubmissionStamps.field])

    let form: SubmittedForm

    /// The page to go back to, when a way back was pressed rather than the way on.
    var wanted: ReportField? { form[Self.back].flatMap(ReportField.init) }

    /// What was told so far; files that wait are looked up by whoever can.
    func report(by tokens: FormTokens) -> Report {
        var report = Report()
        report.submission = Submission(form.text(Submission.field), by: tokens) ?? Submission()
        report.stamp = form.text(SubmissionStamps.field)
        report.trap = form.text(Self.trap)
        for field in ReportField.allCases { report[field] = form.text(field.rawValue) }
        return report
    }
}
