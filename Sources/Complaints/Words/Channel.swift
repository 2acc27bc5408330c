/// The door a complaint came in by.
package enum Channel: String, CaseIterable, Hashable, Sendable {
    case phone, email, web, letter, counter, api
}
