import Complaints
import Records

/// How search tells what it did.
struct SearchWords {
    let say: Wording

    /// Why there may be more than is shown, and what to do.
    func cut(_ cut: SearchCut) -> String {
        switch cut {
        case .hits:
            let many = WorklistLimits.mostHits
            return say(
                "Er zijn meer dan \(many / 1000).000 treffers; hier staat wat er bij de nieuwste \(many / 1000).000 past. Typ er een woord bij.",
                "There are more than \(many / 1000),000 hits; this is what fits among the newest \(many / 1000),000. Add a word.")
        case .words:
            return say(
                "Zo beginnen te veel woorden om allemaal te zoeken. Typ er meer letters bij.",
                "Too many words begin like this to look for all of them. Type more letters.")
        }
    }

    /// In which text of the file the words were found.
    func place(of found: SearchExcerpt) -> String {
        switch (found.event, found.slot) {
        case (_, "customer"): say("bij de klant", "with the customer")
        case (_, "representative"): say("bij de vertegenwoordiger", "with the representative")
        case (_, "remedy"): say("in de tegemoetkoming", "in the remedy")
        case (_, let slot) where slot.hasPrefix("grievance-"): say("in een klachtonderdeel", "in a grievance")
        case ("registered", _), ("corrected", _): say("in het verhaal", "in the story")
        case ("noted", _): say("in een notitie", "in a note")
        case ("contacted", _): say("bij een contact", "with a contact")
        case ("asked", _): say("in een vraag aan de klant", "in a question to the customer")
        case ("answer-received", _): say("in een reactie van de klant", "in a reply from the customer")
        case ("consulted", _): say("in een vraag aan een collega", "in a question to a colleague")
        case ("contributed", _): say("in een bijdrage van een collega", "in a colleague's contribution")
        case ("proposed", _): say("in een voorstel", "in a proposal")
        case ("answered", _), ("resolved", _): say("in een antwoord", "in an answer")
        case ("attached", _): say("in de naam van een document", "in the name of a document")
        case ("reopening-requested", _), ("withdrawn", _): say("in wat de klant vroeg", "in what the customer asked")
        default: say("in het dossier", "in the file")
        }
    }
}
