import Markup

/// A small line drawing that stands beside words, never in their place; screen readers skip it.
enum Icon: Component, Sendable {
    case check, clock, late, warning, mail, phone, web, letter, counter, reply, note, act, person, document, search, plus, menu, chevron,
        question, undo

    var html: HTML { HTML(joining: [Self.opening, drawing, Self.closing]) }

    private static let opening = HTML(raw: #"<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">"#)
    private static let closing = HTML(raw: "</svg>")

    private var drawing: HTML {
        switch self {
        case .check: HTML(raw: #"<path d="m3 8.5 3.2 3.2L13 4.8"/>"#)
        case .clock: HTML(raw: #"<circle cx="8" cy="8" r="6"/><path d="M8 4.8V8l2.2 1.5"/>"#)
        case .late: HTML(raw: #"<path d="M8 1.8 14.8 14H1.2zM8 6.2v3.3M8 11.7v.1"/>"#)
        case .warning: HTML(raw: #"<circle cx="8" cy="8" r="6.2"/><path d="M8 4.6v4M8 11.2v.1"/>"#)
        case .mail: HTML(raw: #"<path d="M2 3.5h12v9H2zM2.3 4 8 8.8 13.7 4"/>"#)
        case .phone:
            HTML(
                raw:
                    #"<path d="M3.3 2h2.5l1.1 3-1.5 1.2a8 8 0 0 0 4.4 4.4L11 9.1l3 1.1v2.5A1.3 1.3 0 0 1 12.6 14 10.8 10.8 0 0 1 2 3.4 1.3 1.3 0 0 1 3.3 2z"/>"#
            )
        case .web: HTML(raw: #"<circle cx="8" cy="8" r="6"/><path d="M2 8h12M8 2c2.4 2 2.4 10 0 12M8 2c-2.4 2-2.4 10 0 12"/>"#)
        case .letter: HTML(raw: #"<path d="M3.5 1.8h6.2l2.8 2.9v9.5h-9zM5.8 7h4.4M5.8 9.5h4.4"/>"#)
        case .counter: HTML(raw: #"<circle cx="8" cy="4.5" r="2.5"/><path d="M3 13.5c0-3 2-4.5 5-4.5s5 1.5 5 4.5M1.5 13.8h13"/>"#)
        case .reply: HTML(raw: #"<path d="M6.5 3.5 2.5 7l4 3.5M2.8 7H9c3 0 4.5 2 4.5 5.5"/>"#)
        case .note: HTML(raw: #"<path d="M2.5 2.5h11v7.5l-3.5 3.5H2.5zM13.3 10H10v3.3M5 5.7h6M5 8.3h3"/>"#)
        case .act: HTML(raw: #"<circle cx="8" cy="8" r="2.3" fill="currentColor" stroke="none"/>"#)
        case .person: HTML(raw: #"<circle cx="8" cy="5" r="2.8"/><path d="M2.5 14c.3-3.3 2.4-5 5.5-5s5.2 1.7 5.5 5"/>"#)
        case .document: HTML(raw: #"<path d="M3.5 1.8h5.7l3.3 3.4v9h-9zM9 2v3.4h3.3"/>"#)
        case .search: HTML(raw: #"<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5"/>"#)
        case .plus: HTML(raw: #"<path d="M8 3v10M3 8h10"/>"#)
        case .menu: HTML(raw: #"<path d="M2 4h12M2 8h12M2 12h12"/>"#)
        case .chevron: HTML(raw: #"<path d="m4 6 4 4 4-4"/>"#)
        case .question: HTML(raw: #"<circle cx="8" cy="8" r="6.2"/><path d="M6.2 6.3A1.8 1.8 0 1 1 8 8.3v.9M8 11.5v.1"/>"#)
        case .undo: HTML(raw: #"<path d="M5.5 2.5 2.5 5.5l3 3M2.8 5.5H9a4 4 0 0 1 0 8H5.5"/>"#)
        }
    }
}

/// Text that only screen readers say.
func hiddenText(_ words: String) -> HTML { span(.class("hidden-text")) { words } }
