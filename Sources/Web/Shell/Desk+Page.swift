import Casework
import Complaints
import HTTPTypes
import Hummingbird
import Markup
import Records

extension Desk {
    /// The whole page around some content.
    ///
    /// - Parameters:
    ///   - current: the view of the rail this page belongs to, or the path of another entry.
    ///   - flash: what was just done.
    ///   - own: a bar that undoes something which is no act on a complaint.
    func page(
        _ title: String, current: String = "", query: String = "", flash: Notice? = nil, shortcuts: [Shortcut] = [],
        isReading: Bool = false, offersUndo: Bool = true, undo own: HTML? = nil, status: HTTPResponse.Status = .ok,
        @HTMLBuilder content: () -> HTML
    ) -> Response {
        let page = DeskPage(
            title: "\(title) – \(house.organisation.name)", language: language.rawValue, assets: .desk,
            skip: say("Naar de inhoud", "Skip to content"),
            rail: workplace.frames.piece(.rail(language, actor, organisation: house.organisation.name, numbers, current: current)) {
                rail(current: current).html(menu: say("Menu", "Menu"), label: say("Lijsten", "Lists"))
            },
            search: SearchBox(
                address: Paths.worklist, label: say("Zoek een nummer, klant of woord", "Search a number, customer or word"),
                hint: say("Zoek nummer, naam, tekst", "Search number, name, text"), query: query, jumpAddress: Paths.jump), person: menu,
            undo: offersUndo ? own ?? undoBar : HTML(), sample: say.sample(house), flash: flash, keys: person.member.usesSingleKeys,
            isReading: isReading,
            dialogs: workplace.frames.piece(.dialogs(language, mayRegister: PermissionTable.mayRegister(actor), shortcuts)) {
                dialogs(shortcuts)
            },
            content: content())
        return Answers.page(page.html, status: status)
    }

    private func dialogs(_ shortcuts: [Shortcut]) -> HTML {
        let close = say("Sluit", "Close")
        return group {
            ShortcutDialog(title: say("Sneltoetsen", "Keyboard shortcuts"), close: close, shortcuts: frameShortcuts + shortcuts)
            JumpDialog(title: say("Ga naar", "Jump to"), close: close, none: say("Niets gevonden.", "Nothing found."))
        }
    }

    private var frameShortcuts: [Shortcut] {
        var keys = [
            Shortcut(key: "/", meaning: say("zoeken", "search")), Shortcut(key: "Ctrl K", meaning: say("springen naar", "jump to")),
            Shortcut(key: "?", meaning: say("deze lijst", "this list")),
            Shortcut(key: "z", meaning: say("ongedaan maken (\(LastAct.seconds) s)", "undo (\(LastAct.seconds) s)")),
            Shortcut(key: "g …", meaning: say("ga naar een lijst (letter)", "go to a list (letter)")),
        ]
        if PermissionTable.mayRegister(actor) { keys.append(Shortcut(key: "n", meaning: say("nieuwe klacht", "new complaint"))) }
        return keys
    }

    private func rail(current: String) -> Rail {
        let primary =
            PermissionTable.mayRegister(actor)
            ? Button(say("Klacht registreren", "Register complaint"), .primary, icon: .plus, to: Paths.intake, key: "n") : nil
        return Rail(
            product: "Gehoor", organisation: house.organisation.name, home: Paths.home, primary: primary,
            groups: [RailGroup(views: views(current)), RailGroup(heading: say("Werk", "Work"), views: work(current)), houseGroup(current)]
                .filter { !$0.views.isEmpty })
    }

    private func views(_ current: String) -> [RailView] {
        guard Visibility(actor).seesLists else { return [] }
        let keys: [WorklistView: String] = [
            .mine: "m", .unassigned: "u", .late: "l", .today: "v", .waiting: "w", .all: "a", .reaction: "r", .open: "o",
        ]
        return WorklistView.shown(for: actor).map { view in
            RailView(
                name: say.view(view), address: Paths.worklist(view), count: count(numbers.views[view]),
                mark: mark(view), isCurrent: current == view.rawValue, key: keys[view])
        }
    }

    private func mark(_ view: WorklistView) -> RailView.Mark {
        guard (numbers.views[view] ?? 0) > 0 else { return .plain }
        switch view {
        case .late: return .late
        case .new, .reopening: return .new
        default: return .plain
        }
    }

    private func count(_ number: Int?) -> String? { DeskNumbers.shown(number) }

    private func work(_ current: String) -> [RailView] {
        var views: [RailView] = []
        if actor.has(.manager) {
            views.append(RailView(name: say("Bord", "Board"), address: Paths.board, isCurrent: current == Paths.board, key: "k"))
        }
        if actor.hasAny(of: [.handler, .manager, .management]) {
            views.append(
                RailView(
                    name: say("Herinneringen", "Reminders"), address: Paths.reminders, count: count(numbers.reminders),
                    mark: numbers.reminders > 0 ? .late : .plain, isCurrent: current == Paths.reminders, key: "h"))
        }
        views.append(
            RailView(
                name: say("Gevraagd aan mij", "Asked of me"), address: Paths.contributions, count: count(numbers.contributions),
                mark: numbers.contributions > 0 ? .new : .plain, isCurrent: current == Paths.contributions, key: "b"))
        if actor.hasAny(of: [.intake, .handler, .manager]) {
            views.append(
                RailView(
                    name: say("Brieven", "Letters"), address: Paths.letters, count: count(numbers.letters),
                    isCurrent: current == Paths.letters,
                    key: "p"))
            views.append(
                RailView(
                    name: say("Post", "Post"), address: Paths.post, count: count(numbers.post), mark: numbers.post > 0 ? .new : .plain,
                    isCurrent: current == Paths.post, key: "e"))
        }
        if Visibility(actor).seesLists {
            views.append(RailView(name: say("Thema’s", "Themes"), address: Paths.themes, isCurrent: current == Paths.themes, key: "i"))
        }
        if actor.hasAny(of: MeasurePermissions.readers) || numbers.measures > 0 {
            views.append(
                RailView(
                    name: say("Maatregelen", "Measures"), address: Paths.measures, count: count(numbers.measures),
                    mark: numbers.measures > 0 ? .new : .plain, isCurrent: current == Paths.measures, key: "t"))
        }
        if Visibility(actor).seesLists {
            views.append(
                RailView(name: say("Overzicht", "Overview"), address: Paths.overview, isCurrent: current == Paths.overview, key: "d"))
            views.append(
                RailView(name: say("Signalen", "Signals"), address: Paths.signals, isCurrent: current == Paths.signals, key: "s"))
        }
        return views
    }

    private func houseGroup(_ current: String) -> RailGroup {
        let proof = (say("Staat van het bewijs", "State of the proof"), Paths.seals)
        let causes = (say("Oorzaken", "Causes"), Paths.causes)
        let retention = (say("Bewaartermijn", "Retention"), Paths.retention)
        guard actor.has(.administrator) else {
            let entries =
                (actor.has(.manager) ? [causes] : []) + (actor.decidesAboutKeeping ? [retention] : [])
                + (actor.has(.auditor) ? [proof] : [])
            return RailGroup(views: entries.map { RailView(name: $0.0, address: $0.1, isCurrent: current == $0.1) })
        }
        let entries =
            (actor.has(.manager) ? [causes] : []) + (actor.decidesAboutKeeping ? [retention] : []) + [
                (say("Medewerkers", "Staff"), Paths.staff), (say("Aard van klachten", "Natures"), Paths.natures),
                (say("Organisatie", "Organisation"), Paths.organisation), (say("Kalender", "Calendar"), Paths.calendar),
                (say("E-mail", "E-mail"), Paths.mailSettings),
                (say("Procedure", "Procedure"), Paths.procedureSettings),
                (say("Brieven en teksten", "Letters and texts"), Paths.letterTexts),
                (say("Antwoordteksten", "Reply texts"), Paths.snippets),
                (say("Koppelingen", "API tokens"), Paths.tokens), (say("Oud register overnemen", "Old register"), Paths.takingOver),
                (say("Status", "Status"), Paths.status), proof,
            ]
        return RailGroup(
            heading: say("Beheer", "Administration"), views: entries.map { RailView(name: $0.0, address: $0.1, isCurrent: current == $0.1) }
        )
    }

    private var menu: PersonMenu {
        let name = person.member.name
        return PersonMenu(
            name: name, initials: Initials.of(name), links: [Link(say("Mijn profiel", "My profile"), to: Paths.profile)],
            signOut: form(to: Paths.signOut) { button(.buttonType(.submit)) { say("Afmelden", "Sign out") } })
    }
}

/// The first letters of a name's first and last word.
enum Initials {
    static func of(_ name: String) -> String {
        let words = name.split(separator: " ")
        let letters = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first }
        return String(letters).uppercased()
    }
}

extension PageAssets {
    static let desk = PageAssets(
        stylesheet: Shelf.standard.path("desk.css"), brand: Paths.brand, icon: Shelf.standard.path("icon.svg"),
        script: Shelf.standard.path("desk.js"))
    static let entrance = PageAssets(
        stylesheet: Shelf.standard.path("desk.css"), brand: Paths.brand, icon: Shelf.standard.path("icon.svg"), script: nil)
    static let open = PageAssets(
        stylesheet: Shelf.standard.path("public.css"), brand: Paths.brand, icon: Shelf.standard.path("icon.svg"), script: nil)
}

/// The files inside the program, with addresses that change when they do.
enum Shelf {
    static let standard = AssetShelf([
        .init(name: "desk.css", bytes: Assets.deskStyle), .init(name: "public.css", bytes: Assets.publicStyle),
        .init(name: "desk.js", bytes: Assets.deskScript), .init(name: "icon.svg", bytes: Assets.icon),
    ])
}
