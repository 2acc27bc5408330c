import Markup

/// The customer's five phases: which are behind us, which is now, what it means and by when the next.
struct PhaseTrack: Component {
    enum State: String { case done, now, ahead }

    struct Phase {
        let name: String
        let state: State
        /// Said to screen readers: "afgerond", "nu".
        var stateWords = ""
        var note: String? = nil
    }

    let label: String
    let phases: [Phase]

    var html: HTML {
        ol(.class("phases"), .aria("label", label)) {
            for phase in phases {
                li(.class("phase \(phase.state.rawValue)"), .when(phase.state == .now, .aria("current", "step"))) {
                    span(.class("dot")) {
                        if phase.state == .done { Icon.check }
                        if phase.state == .now { Icon.act }
                    }
                    div {
                        span(.class("name")) { phase.name }
                        if !phase.stateWords.isEmpty { hiddenText(" (\(phase.stateWords))") }
                        if let note = phase.note { span(.class("note")) { note } }
                    }
                }
            }
        }
    }
}
