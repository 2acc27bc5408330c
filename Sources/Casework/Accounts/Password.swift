package import Complaints
import Foundation

/// A password as it was typed, in one normal form (NFC), so that a keyboard that composes accents otherwise still signs in.
/// It prints nothing.
package struct Password: Sendable {
    /// Why a password can't be chosen.
    package enum Problem: String, Error, CaseIterable, Hashable, Sendable {
        /// Fewer than 8 characters.
        case tooShort = "too-short"
        /// More than 128 characters.
        case tooLong = "too-long"
        /// On the list of the most used, or one character over and over.
        case common
        /// The person's own name or e-mail address.
        case personal
    }

    package static let fewestCharacters = 8
    package static let advisedCharacters = 15
    package static let mostCharacters = 128
    /// More bytes than that are never a password, and need not be copied about.
    private static let mostBytes = 1024

    /// Never empty: the key derivation takes no empty input. What can't be a password becomes one byte that none has.
    let bytes: [UInt8]
    private let characters: Int

    package init(_ typed: String) {
        let isPossible = !typed.isEmpty && typed.utf8.count <= Self.mostBytes
        bytes = isPossible ? Array(typed.precomposedStringWithCanonicalMapping.utf8) : [0]
        characters = isPossible ? String(decoding: bytes, as: UTF8.self).unicodeScalars.count : typed.isEmpty ? 0 : .max
    }

    /// What stands against choosing it; nil when nothing does. No rules about kinds of characters: they make passwords worse (NIST SP 800-63B).
    package func problem(name: String, email: EmailAddress) -> Problem? {
        if characters < Self.fewestCharacters { return .tooShort }
        if characters > Self.mostCharacters { return .tooLong }
        let folded = String(decoding: bytes, as: UTF8.self).lowercased()
        if CommonPasswords.contains(folded) { return .common }
        return isPersonal(folded, name: name, email: email) ? .personal : nil
    }

    private func isPersonal(_ folded: String, name: String, email: EmailAddress) -> Bool {
        let account = email.normalised.split(separator: "@").first.map(String.init) ?? ""
        let own = [name.lowercased(), email.normalised, account]
        let squeezed = folded.filter { !$0.isWhitespace }
        return own.contains { $0 == folded || $0.filter { !$0.isWhitespace } == squeezed }
    }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "…" }
    package var debugDescription: String { "…" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
