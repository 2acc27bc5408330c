import Complaints
import Hummingbird
import Markup

/// A page of the form: what was told so far, what stands in the way, and the fields that carry the rest along.
struct ReportPages {
    let frame: PublicFrame
    let report: Report
    let trouble: ReportTrouble
    let reception: Reception
    let tokens: FormTokens
    /// Where to put the cursor: what "Wijzig" was pressed for.
    var wanted: ReportField?

    var say: Wording { frame.say }
    var files: FileCounter { FileCounter(reception: reception, submission: report.submission, say: say) }

    /// A whole page: when something is wrong its title says so, and the summary stands above the heading.
    func page(_ title: String, isFirst: Bool = false, fields: [Field], @HTMLBuilder content: () -> HTML) -> Response {
        let isWrong = !trouble.isEmpty
        return frame.page(
            isWrong ? say("Fout: \(title)", "Error: \(title)") : title, status: isWrong ? trouble.status : .ok, hasTwin: isFirst && !isWrong
        ) {
            if isWrong {
                ErrorSummary(title: say("Er is een probleem", "There is a problem"), fields: fields, general: trouble.general)
            }
            if isFirst { frame.notices }
            content()
        }
    }

    /// - Parameter shown: the fields that stand on this page; the others go along unseen.
    func form(to path: String, isUpload: Bool = false, showing shown: [ReportField], @HTMLBuilder content: () -> HTML) -> HTML {
        Markup.form(.method(.post), .action(frame.address(path)), .when(isUpload, .multipart), .class("form"), .novalidate) {
            hidden(Submission.field, report.submission.sealed(by: tokens))
            hidden(SubmissionStamps.field, report.stamp)
            for field in ReportField.allCases where !shown.contains(field) && !report[field].isEmpty {
                hidden(field.rawValue, report[field])
            }
            files.hiddenFields(report.waiting)
            content()
        }
    }

    private func hidden(_ name: String, _ value: String) -> HTML { input(.type(.hidden), .name(name), .value(value)) }

    func field(
        _ field: ReportField, _ label: String, hint: String? = nil, isOptional: Bool = false, isOneOfSeveral: Bool = false
    ) -> Field {
        var made = Field(
            field.rawValue, label, hint: hint, optional: isOptional ? say.optional : nil, error: trouble.fields[field], prefix: "k")
        made.isOneOfSeveral = isOneOfSeveral
        return made
    }

    func isFocused(_ field: ReportField) -> Bool { trouble.isEmpty && wanted == field }
}
