package import Complaints
package import Records

extension LetterReferences {
    /// The letter whose two questions a link answers; nil for a link that we did not make.
    package func letter(asking reference: String, in snapshot: Snapshot) throws -> Records.Letter? {
        guard let id = Self.letter(in: reference.utf8), let letter = try snapshot.letter(id),
            letter.content.kind == LetterKind.satisfaction.rawValue, letter.state != .undone,
            isGenuine(reference.utf8, .rating, of: letter)
        else { return nil }
        return letter
    }
}

extension RatingInput {
    /// The answer to the questions of a letter: it reached the customer when it was sent or handed over.
    package init(answering letter: Records.Letter) {
        self.init(asked: letter.createdAt, reached: max(letter.readyAt, letter.settledAt ?? letter.readyAt))
    }
}
