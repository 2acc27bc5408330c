/// For the few who write English.
enum DemoEnglish {
    static let openings = [
        "Dear sir or madam,", "Hello,", "Good morning,", "To whom it may concern,", "Hi,", "Dear team,",
    ]

    static let starts = [
        "I would like to make a formal complaint.", "I am afraid I have to raise this with you.", "This really cannot go on.",
        "We have been a customer for years and never had to do this before.", "I have run out of patience.",
        "I hope someone will finally read this properly.",
    ]

    static func problems(_ about: String) -> [String] {
        switch about {
        case "hosting":
            [
                "Our server {server} has been going down since {dag}.", "Our website {domein} takes {aantal} seconds to load.",
                "The cloud environment was unavailable for {aantal} hours without any notice.",
            ]
        case "workplace":
            [
                "None of us have been able to log in to our workplace since {dag}.", "E-mail to our main address bounces.",
                "My mailbox was moved and half of it is missing.",
            ]
        case "network":
            [
                "Our phones in {plaats} have been dead for {aantal} days.", "The line drops every day around {tijd}.",
                "The engineer who was due on {dag} never turned up.",
            ]
        case "backup":
            [
                "When we needed the backup of {server}, it turned out there was none.",
                "Restoring one folder has taken {aantal} days so far.",
                "The restored data belongs to someone else.",
            ]
        case "security":
            [
                "In your portal I could see the details of another company.", "We only heard about the vulnerability after {aantal} days.",
                "A former employee of yours still has access to our systems.",
            ]
        case "migration":
            [
                "The migration of {dag} broke most of our integrations.", "The delivery date has been moved for the {derde} time.",
                "Nobody told us that {domein} would be moved.",
            ]
        case "servicedesk":
            [
                "My ticket {ticket} has been open for {aantal} days.", "The person I spoke to on {dag} was plainly rude.",
                "I was promised a call back before {tijd} and never got one.",
            ]
        case "billing":
            [
                "The invoice is {bedrag} too high.", "We are still paying for {aantal} users who left last year.",
                "You collected {bedrag} twice.",
            ]
        default:
            [
                "I cancelled on {dag} and you say I am tied in for another {aantal} months.",
                "The price went up by {procent} per cent without notice.",
                "The discount in our contract has simply disappeared.",
            ]
        }
    }

    static let details = [
        "I have called {aantal} times already.", "Each time I have to explain everything again.", "Your status page said all was well.",
        "Ticket {ticket} was closed without anything being done.", "I was told it would be fixed within a day.",
        "We followed all the steps in your manual.", "Nobody seems to own this problem.", "The automatic replies are of no use to us.",
        "It worked perfectly well until last month.", "Your colleague {naam} promised to look into it.",
        "When I finally got through around {tijd}, I was put on hold for {aantal} minutes and then cut off.",
        "The engineer changed something on {dag} and things have been worse ever since.",
        "I sent screenshots with the exact times, and was asked for the same screenshots two days later.",
        "Our contract says four hours, and it has been {aantal} days by now.",
        "One department sends me to the next, and both say that there is nothing they can do.",
        "We have kept a log of every failure since {dag}, which you are welcome to have.",
        "In the meantime we get by with a workaround of our own that takes an hour a day.",
        "The explanation I was given was so technical that I could not make anything of it.",
    ]

    static let consequences = [
        "We are losing customers over this.", "It has cost us about {bedrag} so far.", "My team of {aantal} could not work.",
        "We had to hire somebody else to sort it out.", "It makes us look unprofessional.", "We missed an important deadline.",
    ]

    static let demands = [
        "Please let me know what you are going to do about it.", "I expect a reply within a week.", "I would like a refund of {bedrag}.",
        "Please call me rather than writing.", "I want one person who sees this through.", "An apology would be a start.",
    ]

    static let signOffs = ["Kind regards,", "Yours faithfully,", "Best,", "Regards,"]
}
