import Complaints

/// People in JSON.
enum PersonBody {
    static func person(_ fields: JSONFields) -> PersonInput {
        PersonInput(
            name: fields.text("name"), organisation: fields.text("organisation"), customerNumber: fields.text("customerNumber"),
            email: fields.text("email"), phone: fields.text("phone"), address: fields.text("address"), language: fields.text("language"),
            preferredContact: fields.text("preferredContact"))
    }

    /// Somebody who speaks for the customer, and on what authority.
    static func representative(_ fields: JSONFields) -> (person: PersonInput, authority: String?) {
        (person(fields), fields.text("authority"))
    }
}
