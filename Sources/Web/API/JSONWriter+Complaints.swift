import Complaints

/// The domain's values in JSON, wherever they stand.
extension JSONWriter {
    mutating func texts(_ name: String, _ texts: [String]) {
        array(name) { json in for text in texts { json.value(text) } }
    }

    /// Null for nobody, and for somebody who was erased.
    mutating func person(_ name: String, _ person: Person?, authority: Representative.Authority? = nil) {
        guard let person else { return null(name) }
        object(name) { json in
            json.member("name", person.name)
            json.member("organisation", person.organisation)
            json.member("customerNumber", person.customerNumber)
            json.member("email", person.email?.text)
            json.member("phone", person.phone?.e164)
            json.member("address", person.address)
            json.member("language", person.language.rawValue)
            json.member("preferredContact", person.preferredContact?.rawValue)
            if let authority { json.member("authority", authority.rawValue) }
        }
    }

    mutating func nature(_ nature: Nature?, in lists: NatureLists, _ language: Language) {
        guard let nature else { return null("nature") }
        object("nature") { json in
            json.member("about", nature.about)
            json.member("aboutLabel", lists.label(.about, nature.about, in: language))
            json.member("wrong", nature.wrong)
            json.member("wrongLabel", lists.label(.wrong, nature.wrong, in: language))
        }
    }

    mutating func remedy(_ remedy: Remedy?) {
        guard let remedy else { return null("remedy") }
        object("remedy") { json in
            json.member("text", remedy.text?.text)
            json.member("amount", remedy.amount?.description)
        }
    }

    /// Null while nobody has looked for causes.
    mutating func investigation(_ investigation: Investigation?) {
        guard let investigation else { return null("investigation") }
        object("investigation") { json in json.members(of: investigation) }
    }

    mutating func members(of investigation: Investigation) {
        member("direct", investigation.direct?.rawValue)
        member("root", investigation.root?.rawValue)
        array("whys") { json in
            for why in investigation.whys { if let text = why.text { json.value(text) } else { json.null() } }
        }
    }

    /// Null while the customer has not said.
    mutating func rating(_ rating: Rating?) {
        guard let rating else { return null("rating") }
        object("rating") { json in json.members(of: rating) }
    }

    mutating func members(of rating: Rating) {
        member("solution", rating.solution.rawValue)
        member("treatment", rating.treatment.rawValue)
        member("remark", rating.remark?.text)
        member("mayContact", rating.mayContact)
    }

    /// The members that tell of a document.
    mutating func document(_ document: Document) {
        member("name", document.name.text)
        member("size", document.size)
        member("sha256", document.digest)
        member("fromCustomer", document.isFromCustomer)
    }

    mutating func rule(_ rule: DeadlineRule) {
        object("rule") { json in
            switch rule {
            case .workingDays(let days): json.member("workingDays", days)
            case .days(let days): json.member("days", days)
            case .weeks(let weeks): json.member("weeks", weeks)
            case .hours(let hours): json.member("hours", hours)
            case .on(let day): json.member("day", day.iso)
            }
        }
    }
}
