package import Complaints

/// What complaints came from, in words.
package enum CauseWords {
    package static func name(_ cause: Cause, _ language: Language, in list: CauseList = .starter) -> String {
        let label = list.label(cause, in: language)
        return label.prefix(1).lowercased() + label.dropFirst()
    }
}
