import HTTPTypes

/// Why a form could not be taken at all. What is wrong with one field or file is not here: the page then comes back with everything typed.
package enum FormError: ProblemConvertible, Equatable {
    case wrongContentType
    case bodyTooLarge
    case tooManyFields
    case fieldTooLarge
    case malformed
    /// The connection broke off.
    case cutShort
    case unknownField(String)

    package var problem: ProblemDetails {
        switch self {
        case .wrongContentType:
            ProblemDetails(.unsupportedMediaType, code: "not-a-form", detail: "Send a form: urlencoded, or multipart/form-data.")
        case .bodyTooLarge: ProblemDetails(.contentTooLarge, code: "form-too-large", detail: "This is more than can be sent at once.")
        case .tooManyFields: ProblemDetails(.contentTooLarge, code: "too-many-fields", detail: "This form has too many fields.")
        case .fieldTooLarge:
            ProblemDetails(.contentTooLarge, code: "field-too-large", detail: "A text in this form is too long to be read.")
        case .malformed: ProblemDetails(.badRequest, code: "malformed-form", detail: "This form cannot be read.")
        case .cutShort: ProblemDetails(.badRequest, code: "form-cut-short", detail: "The form did not arrive whole. Send it again.")
        case .unknownField(let name):
            ProblemDetails(
                .unprocessableContent, code: "unknown-field", detail: "The form holds a field that does not belong to it.",
                errors: [ProblemField(field: name, code: "unknown-field", detail: "This field is not known here.")])
        }
    }
}
