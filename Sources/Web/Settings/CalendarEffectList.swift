import Casework
import Complaints
import Markup

/// What another calendar means for promises that are open, in groups by kind and date: an administrator reads no files.
struct CalendarEffectList: Component {
    private static let mostLines = 40

    let desk: Desk
    let effect: CalendarEffect

    private var say: Wording { desk.say }

    var html: HTML {
        section(.aria("labelledby", "effect-title")) {
            h3(.id("effect-title")) { say("Lopende toezeggingen", "Open promises") }
            for sentence in sentences { p { sentence } }
            if !effect.lines.isEmpty {
                ul(.class("days")) { for line in effect.lines.prefix(Self.mostLines) { li { entry(line) } } }
                if effect.lines.count > Self.mostLines {
                    p(.class("muted")) {
                        say(
                            "En nog \(effect.lines.count - Self.mostLines) regels.",
                            "And \(effect.lines.count - Self.mostLines) lines more.")
                    }
                }
            }
            if effect.isCut {
                p(.class("muted")) {
                    say(
                        "Bekeken zijn de \(CalendarEffect.mostComplaints) klachten die het eerst aan de beurt zijn.",
                        "Looked at were the \(CalendarEffect.mostComplaints) complaints that are due first.")
                }
            }
        }
    }

    private var sentences: [String] {
        let later = effect.count { $0.would > $0.due }
        let earlier = effect.count { $0.would < $0.due }
        let closed = effect.count { $0.isClosedThen }
        if later + earlier + closed == 0 {
            return [say("Voor lopende toezeggingen maakt dit niets uit.", "For open promises this makes no difference.")]
        }
        var sentences = [
            say(
                "Geen enkele toezegging verschuift: wat de klant is toegezegd, houdt zijn datum.",
                "No promise moves: what the customer was promised keeps its date.")
        ]
        if later > 0 {
            sentences.append(
                say(
                    "Met deze kalender \(later == 1 ? "zou" : "zouden") er \(later) later zijn toegezegd.",
                    "By this calendar \(later) would have been promised for later."))
        }
        if earlier > 0 {
            sentences.append(
                say(
                    "Met deze kalender \(earlier == 1 ? "zou" : "zouden") er \(earlier) eerder zijn toegezegd.",
                    "By this calendar \(earlier) would have been promised for earlier."))
        }
        if closed > 0 {
            sentences.append(
                say(
                    "\(closed) \(closed == 1 ? "loopt" : "lopen") af terwijl het kantoor dan dicht is. Herinneringen komen daarom eerder.",
                    "\(closed) \(closed == 1 ? "ends" : "end") while the office is closed then. Reminders therefore come earlier."))
        }
        return sentences
    }

    private func entry(_ line: CalendarEffect.Line) -> HTML {
        let (zone, language) = (desk.calendar.zone, desk.language)
        func words(_ instant: Instant) -> String {
            let moment = zone.moment(at: instant)
            return "\(DateWords.brief(moment.day, language)) \(DateWords.time(moment.time))"
        }
        return group {
            span { "\(line.count) × \(say.promise(line.kind)): \(words(line.due))" }
            if line.would != line.due { span(.class("muted")) { say("zou \(words(line.would)) zijn", "would be \(words(line.would))") } }
            if line.isClosedThen { span(.class("mark soon")) { say("kantoor dan dicht", "office closed then") } }
        }
    }
}

extension OfficeCalendar {
    /// Tells two calendars apart, whatever their versions: that this very one was shown.
    var mark: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        let days = closingDays.map { "\($0.day.iso) \($0.name)" }.joined(separator: ";")
        let parts =
            [
                zone.name, "\(opens.seconds)-\(closes.seconds)",
                "\(goodFridayIsFree)\(liberationDayIsFree)\(lateArrivalsCountFromNextWorkingDay)", days,
            ]
            + workingWeekdays.map { "\($0.rawValue)" }.sorted()
        for byte in parts.joined(separator: "|").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}
