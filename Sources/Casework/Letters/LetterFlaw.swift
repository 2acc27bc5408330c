/// What is wrong with a letter's text. Lines are counted from 1.
package enum LetterFlaw: Error, Hashable, Sendable {
    case empty
    /// In Unicode scalars.
    case tooLong(limit: Int)
    /// A sign that nobody can read, such as a control character.
    case unreadableSign(line: Int)
    /// `{{` without `}}` on the same line.
    case unclosedTag(line: Int)
    /// A tag behind one brace, which is no tag: `{number}`, or `{number` that nothing closes.
    case oneBrace(LetterTag, line: Int)
    /// Something between the braces that is no tag.
    case unreadableTag(String, line: Int)
    case unknownTag(String, line: Int)
    /// A tag that has nothing to tell in this kind of letter.
    case notInThisLetter(LetterTag, line: Int)
    /// A tag that may have nothing to tell, used without its section: the sentence around it would have a hole.
    case mayBeMissing(LetterTag, line: Int)
    case openSection(LetterTag, line: Int)
    /// An end of a section that was not the last to begin.
    case strayEnd(String, line: Int)
    /// Something that the reader can't do without is not there, or not always when it has something to tell.
    case lacks(LetterTag)
    /// What the template engine itself says no to.
    case unreadable
}

/// Which of a letter's two texts a flaw is in.
package enum LetterPart: String, CaseIterable, Hashable, Sendable {
    case subject, body
}
