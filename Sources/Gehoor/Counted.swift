/// Sums in a command's messages, in the right number.
enum Counted {
    /// "1 complaint", "2 complaints".
    ///
    /// - Parameter many: nil where an s makes it.
    static func words(_ count: Int, _ one: String, _ many: String? = nil) -> String { "\(count) \(count == 1 ? one : many ?? "\(one)s")" }

    /// "1 was there already", "2 were there already".
    static func thereAlready(_ count: Int) -> String { words(count, "was there already", "were there already") }
}
