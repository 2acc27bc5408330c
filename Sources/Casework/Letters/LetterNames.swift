package import Complaints

extension LetterKind {
    /// What the letter is called among those who work here.
    package func name(in language: Language) -> String {
        let (dutch, english) = names
        return language == .dutch ? dutch : english
    }

    private var names: (String, String) {
        switch self {
        case .received: ("Ontvangstbevestiging", "Acknowledgement")
        case .handlerAssigned: ("Wie de klacht behandelt", "Who handles the complaint")
        case .question: ("Vraag aan de klant", "Question to the customer")
        case .answer: ("Antwoord tussendoor", "Reply along the way")
        case .proposal: ("Voorstel", "Proposal")
        case .resolved: ("Oplossing", "Solution")
        case .closed: ("Afsluiting", "Closing")
        case .newDates: ("Nieuwe datum", "New date")
        case .extended: ("Andere datum", "Another date")
        case .promiseDropped: ("Toezegging ingetrokken", "Promise withdrawn")
        case .reopeningReceived: ("Verzoek om te heropenen ontvangen", "Request to reopen received")
        case .reopeningGranted: ("Klacht heropend", "Complaint reopened")
        case .reopeningRefused: ("Niet heropend", "Not reopened")
        case .satisfaction: ("Vraag of de klant tevreden is", "Asking whether the customer is satisfied")
        case .withdrawn: ("Klacht ingetrokken", "Complaint withdrawn")
        case .referred: ("Doorverwezen", "Referred")
        case .merged: ("Samengevoegd", "Merged")
        case .resumed: ("Weer apart", "Apart again")
        case .followLink: ("Nieuwe persoonlijke link", "New personal link")
        }
    }
}
