/// A form as it was sent: fields in their order, doubles and all, and files.
package struct SubmittedForm: Sendable {
    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    package internal(set) var fields: [Field] = []
    package internal(set) var files: [UploadedFile] = []
    /// Files that were too large, or too many: their bytes are gone, the rest of the form is whole.
    package internal(set) var refusedFiles: [RefusedFile] = []

    package init() {}

    /// The first value of this field; nil when it was not sent.
    package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// The first value of this field, or nothing.
    package func text(_ name: String) -> String { self[name] ?? "" }

    /// Every value of this field, for groups of check boxes.
    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Whether a check box was ticked or a button pressed.
    package func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

    /// Refuses the whole form when it holds a field that the page did not offer.
    package func refuseUnknown(allowed: Set<String>) throws(FormError) {
        let names = fields.map(\.name) + files.map(\.fieldName) + refusedFiles.map(\.fieldName)
        if let unknown = names.first(where: { !allowed.contains($0) }) { throw .unknownField(FieldText.shortened(unknown, to: 100)) }
    }
}

/// A file that came with a form.
package struct UploadedFile: Sendable {
    package let fieldName: String
    /// A label, normalised; never a path.
    package let fileName: String
    /// What the sender says it is: to be shown at most, never believed.
    package let claimedType: String
    package let size: Int
    /// 32 bytes.
    package let sha256: [UInt8]
    package let file: TemporaryFile
}

/// A file that was not kept.
package struct RefusedFile: Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable {
        case tooLarge = "file-too-large"
        case tooMany = "too-many-files"
    }

    package let fieldName: String
    package let fileName: String
    package let reason: Reason
}
