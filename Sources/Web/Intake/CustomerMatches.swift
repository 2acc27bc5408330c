import Complaints
import Markup
import Records

/// Customers who may be meant, to choose from.
struct CustomerMatches {
    let say: Wording
    let customers: [KnownCustomer]

    /// For the script: choosing fills the form.
    var whileTyping: HTML {
        FoundCustomers(
            customers: customers.map { customer in
                FoundCustomer(
                    name: customer.person.name, detail: detail(customer), fill: IntakeForm.details(of: customer.person),
                    said: say("Bekende klant: \(customer.person.name)", "Known customer: \(customer.person.name)"),
                    more: "\(Paths.customerLookUp)?eerder=\(customer.latest.digits)")
            }, none: none
        ).html
    }

    /// Without one: each is a button that sends the form along.
    var onThePage: HTML {
        div(.class("matches"), .id("matches")) {
            if customers.isEmpty { p { none } }
            for customer in customers {
                button(.buttonType(.submit), .class("match"), .name(IntakeForm.choose), .value(customer.latest.digits)) {
                    strong { customer.person.name }
                    " "
                    span(.class("muted")) { detail(customer) }
                }
            }
        }
    }

    private var none: String {
        say("Nog niet bekend. Vul de gegevens hieronder in.", "Not known yet. Fill in the details below.")
    }

    private func detail(_ customer: KnownCustomer) -> String {
        let person = customer.person
        let count = say.count(customer.complaints, ("klacht", "klachten"), ("complaint", "complaints"))
        return [person.organisation, person.customerNumber, person.phone?.display, person.email?.text, count].compactMap(\.self)
            .joined(separator: " · ")
    }
}
