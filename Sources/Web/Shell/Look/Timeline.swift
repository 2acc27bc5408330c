import Markup

/// What an entry of the file is. The kinds differ in word, icon and colour, so that a note is never taken for a letter.
enum EntryKind: String, Sendable {
    case customer, reply, note, phone, act

    var icon: Icon {
        switch self {
        case .customer: .mail
        case .reply: .reply
        case .note: .note
        case .phone: .phone
        case .act: .act
        }
    }
}

/// One thing that happened: its kind in words, who, when, and what was said.
struct TimelineEntry: Component {
    let kind: EntryKind
    /// Another drawing than that of its kind: by which door a complaint came.
    var icon: Icon? = nil
    let id: String
    /// "Bericht van klant", "Notitie"; for an act the whole sentence.
    let label: String
    var who: String? = nil
    /// "Aan: …", shown whenever it was sent to someone.
    var recipients: String? = nil
    let moment: (machine: String, words: String)
    var words: HTML = HTML()
    var documents: [Link] = []
    /// "ongedaan gemaakt", for what no longer holds.
    var undone: String? = nil

    var html: HTML {
        li(.class("entry \(kind.rawValue)\(undone == nil ? "" : " undone")"), .id(id), .data("item", "#\(id)")) {
            span(.class("sign")) { icon ?? kind.icon }
            header {
                span(.class("kind")) { label }
                if let undone { span(.class("mark")) { undone } }
                if let who { span { who } }
                if let recipients { span(.class("to")) { recipients } }
                time(.datetime(moment.machine)) { moment.words }
            }
            if !words.isEmpty || !documents.isEmpty { body }
        }
    }

    private var body: HTML {
        div(.class("body")) {
            if !words.isEmpty { div(.class("words")) { words } }
            if !documents.isEmpty {
                ul(.class("attached")) {
                    for document in documents {
                        li {
                            Icon.document
                            " "
                            document
                        }
                    }
                }
            }
        }
    }
}

/// From the story down to the last thing that happened.
struct Timeline: Component {
    let label: String
    let entries: [TimelineEntry]

    var html: HTML {
        ol(.class("timeline"), .aria("label", label), .data("list", "")) {
            for entry in entries { entry }
        }
    }
}
