/// Two texts line by line, side by side: what both have, and what only one has.
struct LineComparison: Sendable {
    struct Row: Hashable, Sendable {
        /// The number and words of the line in the text before, and in the one after; nil where it has none.
        let before: Line?
        let after: Line?
        var isSame: Bool { before?.words == after?.words }
    }

    struct Line: Hashable, Sendable {
        let number: Int
        let words: String
    }

    let rows: [Row]

    /// More lines than this that differ are shown one block beside the other, uncompared.
    private static let mostCompared = 1_500

    init(_ before: String, _ after: String) {
        let old = Self.lines(of: before)
        let new = Self.lines(of: after)
        var start = 0
        while start < min(old.count, new.count), old[start].words == new[start].words { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start, old[old.count - 1 - end].words == new[new.count - 1 - end].words { end += 1 }
        let middle = Self.middle(Array(old[start..<(old.count - end)]), Array(new[start..<(new.count - end)]))
        rows =
            zip(old[..<start], new[..<start]).map { Row(before: $0, after: $1) } + middle
            + zip(old[(old.count - end)...], new[(new.count - end)...]).map { Row(before: $0, after: $1) }
    }

    /// Only what differs, with some lines around it; nil stands for lines that were left out.
    func excerpt(around: Int = 2) -> [Row?] {
        let wanted = rows.indices.filter { index in
            (max(0, index - around)...min(rows.count - 1, index + around)).contains { !rows[$0].isSame }
        }
        var found: [Row?] = []
        var last = -1
        for index in wanted {
            if index > last + 1 { found.append(nil) }
            found.append(rows[index])
            last = index
        }
        return found
    }

    private static func lines(of text: String) -> [Line] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
            Line(number: $0.offset + 1, words: String($0.element))
        }
    }

    /// By the longest lines that both have in the same order.
    private static func middle(_ old: [Line], _ new: [Line]) -> [Row] {
        guard old.count <= mostCompared, new.count <= mostCompared else { return paired(old[...], new[...]) }
        var lengths = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
        for i in old.indices.reversed() {
            for j in new.indices.reversed() {
                lengths[i][j] = old[i].words == new[j].words ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        var rows: [Row] = []
        var (i, j, oldStart, newStart) = (0, 0, 0, 0)
        while i < old.count, j < new.count {
            if old[i].words == new[j].words {
                rows += paired(old[oldStart..<i], new[newStart..<j]) + [Row(before: old[i], after: new[j])]
                (i, j) = (i + 1, j + 1)
                (oldStart, newStart) = (i, j)
            } else if lengths[i + 1][j] >= lengths[i][j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return rows + paired(old[oldStart...], new[newStart...])
    }

    /// Lines that differ, beside each other as far as both go.
    private static func paired(_ old: ArraySlice<Line>, _ new: ArraySlice<Line>) -> [Row] {
        let (old, new) = (Array(old), Array(new))
        return (0..<max(old.count, new.count)).map { index in
            Row(before: index < old.count ? old[index] : nil, after: index < new.count ? new[index] : nil)
        }
    }
}
