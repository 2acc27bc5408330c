/// The letters in English.
enum EnglishLetters {
    static func letter(_ kind: LetterKind) -> LetterTemplate {
        switch kind {
        case .received: LetterTemplate(subject: "We have received your complaint ({{number}})", body: greeting + received + foot)
        case .handlerAssigned: LetterTemplate(subject: "Your contact for complaint {{number}}", body: greeting + assigned + foot)
        case .question: LetterTemplate(subject: "We have a question about your complaint {{number}}", body: greeting + question + foot)
        case .answer: LetterTemplate(subject: "A message about your complaint {{number}}", body: greeting + answer + foot)
        case .proposal: LetterTemplate(subject: "Our proposal for your complaint {{number}}", body: greeting + proposal + foot)
        case .resolved: LetterTemplate(subject: "Your complaint {{number}} has been resolved", body: greeting + resolved + foot)
        case .closed: LetterTemplate(subject: "We are closing your complaint {{number}}", body: greeting + closed + foot)
        case .newDates: LetterTemplate(subject: "A new date for your complaint {{number}}", body: greeting + newDates + foot)
        case .extended: LetterTemplate(subject: "A new date for your complaint {{number}}", body: greeting + extended + foot)
        case .promiseDropped: LetterTemplate(subject: "What we promised you about complaint {{number}}", body: greeting + dropped + foot)
        case .reopeningReceived:
            LetterTemplate(subject: "Your request about complaint {{number}}", body: greeting + reopeningReceived + foot)
        case .reopeningGranted:
            LetterTemplate(subject: "We are looking at complaint {{number}} again", body: greeting + reopeningGranted + foot)
        case .reopeningRefused: LetterTemplate(subject: "Our decision about complaint {{number}}", body: greeting + reopeningRefused + foot)
        case .satisfaction: LetterTemplate(subject: "Are you satisfied? Complaint {{number}}", body: greeting + satisfaction)
        case .withdrawn: LetterTemplate(subject: "Your complaint {{number}} has been withdrawn", body: greeting + withdrawn + foot)
        case .referred: LetterTemplate(subject: "Your complaint {{number}} belongs elsewhere", body: greeting + referred + foot)
        case .merged: LetterTemplate(subject: "Your complaint {{number}} has been merged", body: greeting + merged + foot)
        case .followLink: LetterTemplate(subject: "Your new link for complaint {{number}}", body: greeting + followLink + foot)
        case .resumed: LetterTemplate(subject: "Your complaint {{number}} continues by itself", body: greeting + resumed + foot)
        }
    }

    private static let greeting = "Dear {{name}},\n\n"

    private static let foot = """


        You can follow your complaint on your personal page:
        {{follow-link}}

        {{#phone}}You can also call us: {{phone}}.
        {{#email}}Or send an e-mail: {{email}}.
        {{/email}}Please mention your complaint number: {{number}}.

        {{/phone}}{{^phone}}{{#email}}You can also send an e-mail: {{email}}.
        Please mention your complaint number: {{number}}.

        {{/email}}{{/phone}}Kind regards,
        {{organisation}}
        """

    private static let received = """
        We have received your complaint{{#received-on}} of {{received-on}}{{/received-on}}.
        Your complaint number is {{number}}.

        This is what happens next. Somebody here will find out what happened.
        {{#contact-by}}You will hear from them by {{contact-by}} at the latest.
        {{/contact-by}}{{#resolve-by}}You will have our answer by {{resolve-by}} at the latest.
        {{/resolve-by}}{{#expectation}}{{expectation}}
        {{/expectation}}
        """

    private static let assigned = """
        {{handler}} is your contact for your complaint {{number}}.
        {{#contact-by}}You will hear from {{handler}} by {{contact-by}} at the latest.
        {{/contact-by}}{{#resolve-by}}You will have our answer by {{resolve-by}} at the latest.
        {{/resolve-by}}
        """

    private static let answer = """
        {{text}}

        {{#next}}{{next}}
        {{/next}}
        """

    private static let question = """
        We are looking into your complaint. For that we need something from you.

        {{text}}

        Could you reply to this? You can do so on your personal page. You can also add files there.
        {{#next}}{{next}}
        {{/next}}
        """

    private static let proposal = """
        We have a proposal to resolve your complaint.

        {{text}}

        Please let us know what you think. You can do so on your personal page.
        {{#next}}{{next}}
        {{/next}}
        """

    private static let resolved = """
        Your complaint {{number}} has been resolved.

        {{#text}}{{text}}

        {{/text}}{{#finding}}Our finding: {{finding}}

        {{/finding}}{{#points}}Our finding on each point:
        {{points}}

        {{/points}}{{#remedy}}This is what we do for you: {{remedy}}

        {{/remedy}}{{#amount}}You will receive {{amount}} from us.

        {{/amount}}Are you not satisfied? Tell us why. You can do so on your personal page. The complaints manager then decides whether we look at it again.
        """

    private static let closed = """
        Your complaint {{number}} was resolved. We are closing it now.

        Are you not satisfied after all? Until {{reopen-until}} you can ask us to look at it again. After that we only keep your complaint on file.

        {{#outside}}Could we not settle it together? Then you can also go here:
        {{outside}}
        {{/outside}}
        """

    private static let newDates = """
        We have corrected the date of your complaint {{number}}. That changes what we promise you.
        {{#contact-by}}You will hear from us by {{contact-by}} at the latest.
        {{/contact-by}}{{#resolve-by}}You will have our answer by {{resolve-by}} at the latest.
        {{/resolve-by}}
        """

    private static let extended = """
        A date for your complaint {{number}} changes. You were to hear from us by {{former-date}}. That becomes another day.

        {{#promised}}This is what we promised you: {{promised}}

        {{/promised}}This is the reason:
        {{reason}}

        You will now hear from us by {{new-date}}.
        {{#next}}{{next}}
        {{/next}}
        """

    private static let dropped = """
        We promised that you would hear from us by {{former-date}}. That is not going to happen.

        {{#promised}}This is what we promised you: {{promised}}

        {{/promised}}This is the reason:
        {{reason}}

        {{#next}}{{next}}
        {{/next}}
        """

    private static let satisfaction = """
        We have closed your complaint {{number}}. What did you think of our work?
        There are two short questions. You can answer them until {{rate-until}}:
        {{rating-link}}

        Not satisfied? Tell us there. Somebody else will then look at your complaint.

        Kind regards,
        {{organisation}}
        """

    private static let reopeningReceived = """
        You asked us to look at complaint {{number}} again. We have received your request.

        The complaints manager will decide on it. {{#contact-by}}You will hear from us by {{contact-by}}.
        {{/contact-by}}{{^contact-by}}You will hear from us after that.
        {{/contact-by}}
        """

    private static let reopeningGranted = """
        We are looking at your complaint {{number}} again. {{reason}}
        {{#contact-by}}You will hear from us by {{contact-by}} at the latest.
        {{/contact-by}}{{#resolve-by}}You will have our answer by {{resolve-by}} at the latest.
        {{/resolve-by}}
        """

    private static let reopeningRefused = """
        You asked us to look at complaint {{number}} again. We will not do so. This is the reason:

        {{reason}}

        {{#outside}}Could we not settle it together? Then you can also go here:
        {{outside}}
        {{/outside}}
        """

    private static let withdrawn = """
        You have withdrawn your complaint {{number}}. We are stopping our work on it.

        Is this a mistake? Let us know. We will then look at it again.
        """

    private static let referred = """
        We cannot resolve your complaint {{number}} ourselves. Your complaint belongs with: {{referred-to}}.

        {{reason}}
        """

    private static let merged = """
        We had your complaint twice. We are therefore continuing under one number: {{other-number}}.

        Everything you told us is kept. Your complaint {{number}} itself does not continue.
        """

    private static let followLink = """
        You asked for a new link for your complaint {{number}}. You find it below.

        Did you not ask for this? Then you need not do anything. Share the link with nobody.
        """

    private static let resumed = """
        We had merged your complaint {{number}} with another one. That was not right.

        We are now handling your complaint {{number}} by itself again.
        {{#resolve-by}}You will have our answer by {{resolve-by}} at the latest.
        {{/resolve-by}}
        """
}
