import Foundation

extension String {
    /// One spelling for letters with accents, as most systems write file names.
    var precomposed: String { precomposedStringWithCanonicalMapping }
}
