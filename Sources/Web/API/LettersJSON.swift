import Complaints
import Records

/// A complaint's letters as the API tells them, oldest first.
struct LettersJSON {
    let letters: [Letter]
    let reading: ComplaintReading
    let now: Instant

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("number", reading.complaint.number.formatted)
            json.array("letters") { json in
                for letter in letters { json.object { write(letter, &$0) } }
            }
        }
        return json.bytes
    }

    /// Keys are texts: they are larger than the numbers that every JSON reader keeps whole.
    private func write(_ letter: Letter, _ json: inout JSONWriter) {
        json.member("id", String(letter.id.value))
        json.member("sequence", letter.sequence)
        json.member("kind", letter.content.kind)
        json.member("language", letter.content.language.rawValue)
        json.member("means", letter.content.means.rawValue)
        json.member("recipient", letter.content.recipient)
        json.member("address", letter.content.address)
        json.member("subject", letter.content.subject)
        json.member("body", LinkPlace.shown(in: letter.content))
        json.member("state", letter.isHeld(at: now) ? "held" : letter.state.rawValue)
        json.member("createdAt", reading.time(letter.createdAt))
        json.member("readyAt", reading.time(letter.readyAt))
        json.member("settledAt", reading.time(letter.settledAt))
    }
}
