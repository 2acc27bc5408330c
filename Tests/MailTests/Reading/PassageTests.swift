import Mail
import Testing

@Suite struct PassageTests {
    private func kinds(_ text: String) -> [Passage.Kind] {
        let mail = Sample.read(head: "X-A: b", body: text)
        // Whatever is folded, nothing is lost.
        #expect(mail.text == text)
        return mail.passages.map(\.kind)
    }

    @Test(arguments: [
        "Op di 3 nov 2026 om 10:12 schreef Klachten <k@b.nl>:", "Op 3 november 2026 om 10:12 schreef Jan Jansen het volgende:",
        "On Tue, Nov 3, 2026 at 10:12 AM Klachten <k@b.nl> wrote:", "Jan Jansen schreef op 3 november 2026 10:12:",
        "On 03-11-2026 10:12, Klachten wrote:", "Op dinsdag 3 november 2026 om 10:12 heeft Klachten\n<k@b.nl> geschreven:",
        "Op di 3 nov 2026 om 10:12 schreef Klachten van het bedrijf met een lange naam\n<klachten@bedrijf.nl>:",
    ])
    func `an introduction and what it introduces are folded`(line: String) {
        #expect(kinds("Dank u.\n\n\(line)\n> Wij hebben\n> uw klacht\n") == [.own, .quoted])
        #expect(kinds("Dank u.\n\n\(line)\n\nWij hebben\nuw klacht\n") == [.own, .quoted])
    }

    @Test(arguments: [
        "-----Oorspronkelijk bericht-----", "-----Original Message-----", "---------- Forwarded message ---------",
        "Van: Klachten <k@b.nl>\nVerzonden: dinsdag 3 november 2026 10:12\nAan: Jan\nOnderwerp: Uw klacht",
        "*Van:* Klachten\n*Datum:* 3 november\n*Aan:* Jan", "From: K\nSent: Tuesday\nTo: Jan\nSubject: Complaint",
        "________________________________\nVan: Klachten <k@b.nl>\nVerzonden: dinsdag\nAan: Jan",
    ])
    func `an earlier mail below is folded`(line: String) {
        #expect(kinds("Dank u.\n\n\(line)\n\nWij hebben uw klacht\n") == [.own, .quoted])
    }

    @Test func `answers between the lines stay`() {
        #expect(
            kinds("Op 3 nov 2026 schreef K <k@b.nl>:\n> vraag een\nantwoord een\n> vraag twee\nantwoord twee\n")
                == [.quoted, .own, .quoted, .own])
    }

    @Test func `a signature is folded`() {
        #expect(kinds("Dank u.\n-- \nJan Jansen\nBedrijf\n") == [.own, .signature])
        #expect(kinds("Dank u.\n\nVerzonden vanaf mijn iPhone\n\nOp 3 nov 2026 schreef K:\n> x\n") == [.own, .signature, .quoted])
    }

    @Test func `a mail passed on without a word is shown`() {
        #expect(kinds("---------- Forwarded message ---------\nVan: Piet\n\nMijn klacht\n") == [.forwarded])
    }

    @Test(arguments: [
        "Op 3 november belde ik u.\nU schreef toen niets.\n", "Van: mijn moeder kreeg ik dit.\n",
        "Dit is - echt - een klacht:\n- een\n- twee\n",
        "On the one hand: yes\n", "5 > 3, zei hij\n",
    ])
    func `plain words are no quotation`(text: String) { #expect(kinds(text) == [.own]) }
}
