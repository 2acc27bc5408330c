package import Complaints
package import Mail

/// Somebody who is known by one address writes from another: a person is asked whether it is the same one.
extension Complaint {
    /// The address that this mail comes from, where the customer is known by another and it is nobody else's in the file.
    package func newAddress(in mail: ReadMail) -> EmailAddress? {
        guard let known = customer?.email, mail.from.count == 1, let typed = mail.from.first?.address,
            let address = try? EmailAddress(parsing: typed)
        else { return nil }
        // Who speaks for the customer is known as well, and is not the customer.
        return [known, representative?.person.email].contains(address) ? nil : address
    }

    /// The customer is written to at that address from now on.
    func adopting(_ mail: ReadMail) -> CorrectionInput? {
        newAddress(in: mail).map { address in
            var input = CorrectionInput()
            input.customer = PersonInput(email: address.text)
            return input
        }
    }
}
