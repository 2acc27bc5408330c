package import Complaints
package import Crypto
import Foundation
package import Records

/// What an answer by mail carries back: which letter it answers, signed. It stands in the address that answers go to and in the letter's
/// Message-ID. Nobody can guess one, and it is bound to the letter, its complaint, who the letter went to, and its purpose.
///
/// A number in a subject is none of this: anybody can write one.
package struct LetterReferences: Sendable {
    package enum Purpose: String, Hashable, Sendable, CaseIterable {
        case answer, message
        /// The link by which a customer says what they think.
        case rating
        /// Of a question to a colleague without an account: where their answer goes, and its Message-ID.
        case question, memo
    }

    private let key: SymmetricKey
    /// No letters that are taken for digits, and no capitals: mail servers may change those.
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    private static let idLength = 13
    private static let macLength = 24
    static let length = idLength + macLength

    package init(key: SymmetricKey) { self.key = key }

    /// 37 letters and digits.
    package func text(_ purpose: Purpose, of letter: Records.Letter) -> String {
        text(purpose, letter.id.value, letter.complaintID, letter.content.address ?? "")
    }

    package func text(_ purpose: Purpose, of memo: Memo) -> String {
        text(purpose, memo.id.value, memo.content.complaint ?? ComplaintID(0), memo.content.address)
    }

    private func text(_ purpose: Purpose, _ key: Int64, _ complaint: ComplaintID, _ address: String) -> String {
        let id = withUnsafeBytes(of: key.bigEndian) { Array($0) }
        return String(decoding: Self.signs(of: id) + Self.signs(of: mac(purpose, key, complaint, address)), as: UTF8.self)
    }

    /// The letter that a text speaks of, to be looked up and then proven; nil for what is no reference.
    package static func letter(in text: some Collection<UInt8>) -> LetterID? {
        guard text.count == length, text.allSatisfy({ alphabet.contains(small($0)) }) else { return nil }
        var value: UInt64 = 0
        for sign in text.prefix(idLength) {
            guard let digit = alphabet.firstIndex(of: small(sign)) else { return nil }
            value = value << 5 | UInt64(digit)
        }
        // 13 signs hold 65 bits: the last is a filling.
        return LetterID(Int64(bitPattern: value >> 1 | (UInt64(alphabet.firstIndex(of: small(text.first ?? 0)) ?? 0) >> 4) << 63))
    }

    package func isGenuine(_ text: some Collection<UInt8>, _ purpose: Purpose, of letter: Records.Letter) -> Bool {
        Self.isSame(text, self.text(purpose, of: letter))
    }

    package func isGenuine(_ text: some Collection<UInt8>, _ purpose: Purpose, of memo: Memo) -> Bool {
        Self.isSame(text, self.text(purpose, of: memo))
    }

    private static func isSame(_ text: some Collection<UInt8>, _ wanted: String) -> Bool {
        let expected = Array(wanted.utf8)
        guard text.count == expected.count else { return false }
        // Every sign is looked at, so that time tells nothing.
        return zip(text, expected).reduce(0) { $0 | (small($1.0) ^ $1.1) } == 0
    }

    /// The secret of the customer's link in a letter: the same however often the letter is sent, and nobody's to guess without the key.
    func followSecret(of letter: Records.Letter) -> Secret {
        let said = "gehoor\u{0}follow\u{0}\(letter.id.value)\u{0}\(letter.complaintID.value)"
        return Secret(bytes: Array(HMAC<SHA256>.authenticationCode(for: Data(said.utf8), using: key)))
    }

    /// The secret of the link in a mail to a colleague.
    func linkSecret(of memo: MemoID) -> Secret {
        Secret(bytes: Array(HMAC<SHA256>.authenticationCode(for: Data("gehoor\u{0}link\u{0}\(memo.value)".utf8), using: key)))
    }

    private func mac(_ purpose: Purpose, _ id: Int64, _ complaint: ComplaintID, _ address: String) -> [UInt8] {
        let person = EmailAddress.normalise(address)
        let said = ["gehoor", purpose.rawValue, "\(id)", "\(complaint.value)", person].joined(separator: "\u{0}")
        return Array(HMAC<SHA256>.authenticationCode(for: Data(said.utf8), using: key).prefix(15))
    }

    private static func small(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

    /// Five bits a sign, filled up with zeros.
    private static func signs(of bytes: [UInt8]) -> [UInt8] {
        var signs: [UInt8] = []
        var held: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            held = (held << 8 | UInt32(byte)) & 0xffff
            bits += 8
            while bits >= 5 {
                bits -= 5
                signs.append(alphabet[Int(held >> bits & 31)])
            }
        }
        if bits > 0 { signs.append(alphabet[Int(held << (5 - bits) & 31)]) }
        return signs
    }
}
