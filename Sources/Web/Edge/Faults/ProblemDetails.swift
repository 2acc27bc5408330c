package import HTTPTypes

/// What is wrong with one field of a request.
package struct ProblemField: Hashable, Sendable {
    /// The field's name; in JSON the path to it, with dots (`customer.name`).
    package let field: String
    /// Stable, for programs.
    package let code: String
    /// A sentence for people.
    package let detail: String

    package init(field: String, code: String, detail: String) {
        (self.field, self.code, self.detail) = (field, code, detail)
    }
}

/// A refusal that reaches the visitor: a problem of RFC 9457 under `/api/`, a page elsewhere. Thrown, or answered as it is.
package struct ProblemDetails: Error, Hashable, Sendable {
    package let status: HTTPResponse.Status
    /// Stable, for programs.
    package let code: String
    /// A sentence for people; never anything internal.
    package let detail: String
    package let errors: [ProblemField]
    /// Seconds after which trying again makes sense.
    package let retryAfter: Int?

    package init(_ status: HTTPResponse.Status, code: String, detail: String, errors: [ProblemField] = [], retryAfter: Int? = nil) {
        (self.status, self.code, self.detail, self.errors, self.retryAfter) = (status, code, detail, errors, retryAfter)
    }
}

/// An error that is the visitor's doing and says so in its own terms.
package protocol ProblemConvertible: Error {
    var problem: ProblemDetails { get }
}
