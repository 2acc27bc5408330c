/// How much a form may hold.
package struct FormLimits: Sendable {
    /// Bytes of the whole body.
    package var body = 300 << 20
    /// Bytes of one text: far above what any page allows, so that an over-long text can be shown back to its writer.
    package var field = 1 << 20
    package var fields = 500
    package var files = 10
    /// Bytes of one file.
    package var file = 25 << 20

    package init() {}

    /// A form without files.
    package static let text: FormLimits = {
        var limits = FormLimits()
        (limits.body, limits.files) = (4 << 20, 0)
        return limits
    }()
}
