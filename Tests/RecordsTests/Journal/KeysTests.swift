import Testing

@testable import Records

@Suite struct `Keys of rows` {
    private let moment: Int64 = 1_800_000_000_000

    @Test func `are all different, also when several tasks take them in one millisecond`() async {
        let keys = await withTaskGroup(of: [Int64].self) { group in
            for _ in 0..<4 { group.addTask { (0..<5_000).map { _ in Keys.fresh(at: moment) } } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(keys).count == 20_000)
    }

    @Test func `go up, also when the clock is set back`() {
        let first = Keys.fresh(at: moment)
        let second = Keys.fresh(at: moment - 3_600_000)
        #expect(second > first)
    }
}
