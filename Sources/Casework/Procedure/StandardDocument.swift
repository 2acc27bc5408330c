/// The procedure that every house begins with: the company's "Klachtenprocedure voor Klanten" in Dutch and English, as a document that can be
/// read, copied and changed. Its words are here, its phases and rules in `StandardDocument+Rules`.
package enum StandardDocument {
    package static let yaml = words + phases + rules

    private static let words = """
        # The complaints procedure. Gehoor carries it out, shows it to everybody at /klachtenprocedure, and keeps each complaint under the
        # version that it was received under. `gehoor procedure check FILE` says what is wrong with it, line by line.
        #
        # Texts stand in Dutch (nl) and English (en). In the texts of chapters these words are filled in, so that text and practice can't
        # differ: {organisation} {phone} {email} {first-contact} {resolution} {reopening}, and {progress} {statutory} where those are promised.

        title: {nl: Klachtenprocedure voor klanten, en: Complaints procedure for customers}

        purpose:
          nl: >-
            Deze procedure zegt hoe wij klachten ontvangen, registreren, onderzoeken, oplossen en opvolgen. Zo handelen wij elke klacht goed en
            op tijd af, en houden wij een goede band met onze klanten.
          en: >-
            This procedure says how we receive, register, investigate, resolve and follow up complaints. That way we handle each complaint well
            and in time, and keep a good relation with our customers.

        chapters:
          - title: {nl: Een klacht indienen, en: Making a complaint}
            text:
              nl: >-
                U kunt een klacht indienen per telefoon, per e-mail, per brief of met het formulier op onze website.
              en: >-
                You can make a complaint by telephone, by e-mail, by letter or with the form on our website.
          - title: {nl: Registratie van uw klacht, en: Registering your complaint}
            text:
              nl: >-
                Zodra wij uw klacht ontvangen, registreert onze klantenservice die. Wij noteren waar uw klacht over gaat, uw gegevens en de dag
                van indiening. U krijgt een klachtnummer dat alleen van uw klacht is, en meteen een bevestiging.
              en: >-
                As soon as we receive your complaint, our customer service registers it. We note what it is about, your details and the day you
                made it. You get a complaint number of your own, and a confirmation at once.
          - title: {nl: Wie uw klacht behandelt, en: Who handles your complaint}
            text:
              nl: >-
                De klachtenmanager wijst een medewerker aan die uw klacht onderzoekt. Deze medewerker beoordeelt uw klacht, verzamelt wat nodig is
                en zoekt de oorzaken. Nooit is dat iemand over wie u klaagt.
              en: >-
                The complaints manager appoints a member of staff to investigate your complaint. This person assesses it, gathers what is needed
                and looks for the causes. It is never somebody whom you complain about.
          - title: {nl: Wanneer u van ons hoort, en: When you hear from us}
            text:
              nl: >-
                Deze medewerker neemt binnen {first-contact} contact met u op, gerekend vanaf de ontvangst van uw klacht. Samen bespreken wij
                uw klacht, en u hoort wat wij nog van u nodig hebben.
              en: >-
                This person gets in touch with you within {first-contact}, counted from when we received your complaint, discusses it with you
                and asks for what is still missing.
          - title: {nl: Onderzoek en oplossing, en: Investigation and resolution}
            text:
              nl: >-
                De medewerker onderzoekt uw klacht grondig en zoekt een passende oplossing, zo nodig in overleg met collega's. Binnen
                {resolution} krijgt u ons antwoord.
              en: >-
                This person investigates your complaint thoroughly and looks for a fitting solution, with colleagues where needed. You have our
                answer within {resolution}.
          - title: {nl: Behandeling en opvolging, en: Handling and follow-up}
            text:
              nl: >-
                Is er een oplossing? Dan vertellen wij u die, en registreren wij uw klacht als opgelost.
              en: >-
                Once there is a solution we tell you, and register your complaint as resolved.
          - title: {nl: U blijft op de hoogte, en: You are kept informed}
            text:
              nl: >-
                In elke fase vertellen wij u hoe het ervoor staat en wanneer u weer van ons hoort. U leest alles terug op uw persoonlijke pagina.
              en: >-
                In each phase we tell you how it stands and when you hear from us again. You can read everything on your personal page.
          - title: {nl: Bent u niet tevreden?, en: Are you not satisfied?}
            text:
              nl: >-
                Vertel ons waarom. Dat kan tot {reopening} na het sluiten van uw klacht. De klachtenmanager beslist dan of wij uw klacht opnieuw
                bekijken.
              en: >-
                Tell us why. You can until {reopening} after your complaint was closed. The complaints manager then decides whether we look at
                your complaint again.
          - title: {nl: Wat wij ervan leren, en: What we learn from it}
            text:
              nl: >-
                De directie bekijkt regelmatig alle klachten, zonder namen, om te zien wat vaker misgaat en wat beter kan. Waar dat nodig is
                nemen wij maatregelen om het te herstellen en te voorkomen.
              en: >-
                Management regularly looks at all complaints, without names, to see what goes wrong more often and what can be done better. Where
                needed we take measures to put things right and to prevent them.
          - title: {nl: Wat wij bewaren, en: What we keep}
            text:
              nl: >-
                Alle klachten en hun afhandeling leggen wij vast in een klachtendatabase, om later te kunnen nazoeken en te rapporteren.
              en: >-
                We document all complaints and how they were handled in a complaints database, for later reference and for reports.
          - title: {nl: Steeds beter, en: Always better}
            text:
              nl: >-
                {organisation} wil haar producten en diensten steeds verbeteren. Wat klanten ons vertellen helpt daarbij, klachten ook.
              en: >-
                {organisation} wants to keep improving its products and services. What customers tell us helps us do so, complaints included.

        """
}
