import Casework
import Complaints
import Rehearsal
import Testing

@Suite struct SnippetTests {
    @Test func `what is known is filled in, and questions stay for whoever writes`() {
        let text = "Beste {{klant}}, klacht {{ nummer }} kost {{?bedrag}}. {{uiterlijk}} {x} }}"
        #expect(
            SnippetMarks.filled(text, with: [.customer: "Jan {{nummer}}", .number: "1234"])
                == "Beste Jan {{nummer}}, klacht 1234 kost {{?bedrag}}. {{uiterlijk}} {x} }}")
        #expect(SnippetMarks.names(in: text) == ["klant", "nummer", "?bedrag", "uiterlijk"])
        #expect(SnippetMarks.names(in: "{{klant") == nil && SnippetMarks.names(in: "e\u{301}{{klant}}\u{301}") == ["klant"])
    }

    @Test func `a text needs a name of its own, words, and names that Gehoor knows`() throws {
        let good = try SnippetsInput([Snippet(name: " Excuses ", text: "Sorry {{klant}}, {{?wat}}"), Snippet(name: "", text: " ")])
            .checked()
        #expect(good == [Snippet(name: "Excuses", text: "Sorry {{klant}}, {{?wat}}")])
        let wrong = SnippetsInput([
            Snippet(name: "a", text: "x"), Snippet(name: "A", text: "{{onbekend}}"), Snippet(name: "b", text: ""),
            Snippet(name: "", text: "y"),
            Snippet(name: "c", text: "{{klant"),
        ])
        #expect {
            try wrong.checked()
        } throws: { fault in
            guard case .invalid(let problems)? = fault as? SettingsRefusal else { return false }
            return problems == [
                FieldProblem("name.2", .itself), FieldProblem("text.2", .unknown), FieldProblem("text.3", .missing),
                FieldProblem("name.4", .missing), FieldProblem("text.5", .unknown),
            ]
        }
    }

    @Test func `a message with a place that nobody filled in does not leave`() async throws {
        try await withCaseOffice { rehearsal in
            let complaint = try await rehearsal.registerAtWork()
            for command in [ComplaintCommand.answer("Het kost {{?bedrag}}.", hearsAgainBy: nil), .ask("{{?vraag}}", hearsAgainBy: nil)] {
                await #expect(throws: Refusal.invalid([FieldProblem("text", .unfilled)])) {
                    try await rehearsal.perform(command, on: complaint, by: SampleStaff.hassan)
                }
            }
            try await rehearsal.perform(.note("In {{?}} staat niets"), on: complaint, by: SampleStaff.hassan)
            // Other braces are words like any.
            try await rehearsal.perform(.answer("Zet {{naam}} in het veld.", hearsAgainBy: nil), on: complaint, by: SampleStaff.hassan)
        }
    }
}
