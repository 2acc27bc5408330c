import Foundation
import Rehearsal
import Testing

@Suite struct AnalyseTests {
    private struct Answer: Decodable {
        struct Point: Decodable {
            let value: Double?
            let lower: Double?
            let upper: Double?
            let signal: Bool?
        }
        struct Step: Decodable {
            let t: Double
            let s: Double
            let lower: Double?
            let upper: Double?
        }
        struct Term: Decodable {
            let term: String
            let signal: Bool
            let lines: [Int]
        }
        let method: String
        let n: Int
        let centre: Double?
        let points: [Point]?
        let steps: [Step]?
        let terms: [Term]?
        let median: Double?
        let adjusted: [Double]?
        let coefficients: [Double]?
        let verdict: String?
        let p: Double?
        let longestRun: Int?
        let signal: Bool?
        let notes: [String]
    }

    private func analyse(_ method: String, _ csv: String, _ options: String...) async throws -> Ended {
        try await withTemporaryFolder { folder in
            let path = folder + "/numbers.csv"
            try Data(csv.utf8).write(to: URL(filePath: path))
            return try await Running.gehoor(["analyse", method, path] + options)
        }
    }

    private func answer(_ method: String, _ csv: String) async throws -> Answer {
        let ended = try await analyse(method, csv)
        #expect(ended.code == 0 && ended.messages.isEmpty, "\(ended.messages)")
        let answer = try JSONDecoder().decode(Answer.self, from: Data(ended.output.utf8))
        #expect(answer.method == method)
        return answer
    }

    private func column(_ name: String, _ values: [Int]) -> String { ([name] + values.map { "\($0)" }).joined(separator: "\n") + "\n" }

    private static let rates = """
        count,exposure
        4,100
        6,120
        5,110
        12,105
        3,90
        7,130
        5,100
        6,115
        4,95
        8,140

        """

    @Test func `a u-chart comes out as JSON, with what there is too little for`() async throws {
        let found = try await answer("u-chart", Self.rates)
        #expect(found.n == 10 && abs((found.centre ?? 0) - 0.05429864253) < 1e-9)
        #expect(abs((found.points?[0].upper ?? 0) - 0.1242048499) < 1e-9 && found.points?[0].lower == 0 && found.points?[0].signal == false)
        #expect(found.notes == ["Too few to show: 10 periods, needed are 12."])
    }

    @Test func `every chart answers`() async throws {
        #expect(abs((try await answer("laney-u", Self.rates).points?[0].upper ?? 0) - 0.1182144587) < 1e-9)
        #expect(abs((try await answer("c-chart", Self.rates).points?[0].upper ?? 0) - 13.34846923) < 1e-6)
        #expect(try await answer("p-chart", "count,exposure\n7,40\n30,40\n").centre == 37.0 / 80)
        let days = column("days", [12, 30, 5, 44, 18, 25, 9, 60, 14, 21])
        #expect(abs((try await answer("individuals", days).points?[0].upper ?? 0) - 93.24444444) < 1e-6)
        #expect(abs((try await answer("g-chart", days).points?[0].upper ?? 0) - 96.68456627) < 1e-6)
        #expect(abs((try await answer("t-chart", days).centre ?? 0) - 20.17711616) < 1e-6)
        let runs = try await answer("runs", column("value", [4, 6, 5, 12, 3, 7, 5, 6, 4, 8, 9, 10, 11, 9, 8, 9, 10, 12, 9, 8]))
        #expect(runs.longestRun == 8 && runs.signal == true && runs.centre == 8)
    }

    @Test func `handling times, with open ones, and a group to compare`() async throws {
        let found = try await answer("kaplan-meier", "time;event;group\n2;1;a\n3;1;a\n\"3,5\";0;b\n5;1;b\n8;1;b\n")
        #expect(found.n == 5 && found.steps?.map(\.t) == [2, 3, 5, 8] && found.median == 5)
        #expect(found.steps?.last?.s == 0 && found.steps?.last?.lower == nil && found.notes.count == 2)
    }

    @Test func `weeks: spikes and cumulative sums`() async throws {
        let weeks = column("count", Array(repeating: 5, count: 28) + [20])
        let spike = try await answer("spike", weeks)
        #expect(spike.points?.last?.signal == true && spike.points?[0].upper == nil && spike.notes == [])
        let cusum = try await analyse("cusum", weeks, "--mean", "3", "--reference", "4.333333", "--limit", "8")
        #expect(cusum.code == 0 && cusum.output.contains("\"unchanged\":1639.98") && cusum.output.contains("\"doubled\":5.709"))
    }

    @Test func `p-values, ratios, a measure and new words`() async throws {
        #expect(try await answer("benjamini-hochberg", "p\n0.01\n0.5\n").adjusted == [0.02, 0.5])
        #expect(abs((try await answer("rate-ratio", "count,exposure\n14,120\n6,130\n").p ?? 0) - 0.07100497627) < 1e-9)
        #expect(try await answer("rate-ratio", "count,before\n14,6\n3,30\n").points?.map(\.signal) == [false, true])
        let series = [19, 20, 22, 19, 20, 21, 21, 21, 23, 21, 22, 22, 15, 14, 17, 12, 16, 15, 16, 15, 16, 13, 16, 16]
        let rows = series.enumerated().map { "\($1),\($0 < 12 ? 0 : 1)" }
        let measure = try await answer("interrupted-series", "count,after\n" + rows.joined(separator: "\n"))
        #expect(measure.verdict == "works" && abs((measure.coefficients?[2] ?? 0) + 0.416572) < 1e-6)
        let alone = try await analyse("interrupted-series", column("count", series), "--before", "12")
        #expect(alone.code == 0 && alone.output.contains("\"verdict\":\"works\""))
        let texts = (0..<60).map { $0 < 12 ? "1,dubbele factuur" : "0,storing mail" }
        let words = try await answer("new-words", "recent,text\n" + texts.joined(separator: "\n"))
        #expect(words.terms?.filter(\.signal).map(\.term).sorted() == ["dubbele", "dubbele factuur", "factuur"])
        #expect(words.terms?.first?.lines == [2, 3, 4, 5, 6])
    }

    @Test(arguments: [
        ("c-chart", "count\n3\nabc\n", "Line 3: the column “count” holds “abc”. Write a whole number from 0 up."),
        ("c-chart", "count\n3\n-1\n", "Line 3: a number below 0 can't be. Write 0 or more."),
        ("c-chart", "count\n3\n2.5\n", "Line 3: the column “count” holds “2.5”."),
        ("u-chart", "count,exposure\n3,100\n2,0\n", "Line 3: something was counted where the exposure is 0"),
        ("u-chart", "count,exposure\n3\n", "Line 2 has 1 fields where the first line has 2."),
        ("u-chart", "count,klanten\n3,5\n", "Line 1: there is no column “exposure”, only “count”, “klanten”."),
        ("p-chart", "count,exposure\n6,5\n", "Line 2: the count is larger than the exposure"),
        ("individuals", "value\nnan\n", "Line 2: the column “value” holds “nan”. Write a number."),
        ("kaplan-meier", "time,event\n3,maybe\n", "Line 2: the column “event” holds “maybe”. Write 1 or 0."),
        ("kaplan-meier", "time,event\n-3,1\n", "Line 2: a number below 0 can't be."),
        ("benjamini-hochberg", "p\n0.5\n\n1.5\n", "Line 4: a p-value lies between 0 and 1."),
        ("rate-ratio", "count,exposure\n1,2\n", "There are 1 rows. Give two"),
        ("interrupted-series", "count,after\n1,0\n2,1\n3,0\n", "Line 4: before the measure again, after it."),
        ("interrupted-series", "count,after\n1,0\n2,0\n", "don't tell apart what is asked"),
        ("spike", "count\n3\n4\n", "There is no row that limits could come from"),
        ("c-chart", "count\n", "The file has no rows under its header."),
        ("c-chart", "", "The file is empty."),
        ("c-chart", "count\n\"3\n", "Line 2: the quote that opens here is never closed."),
    ]) func `a bad file is refused with its line and what to do`(method: String, csv: String, sentence: String) async throws {
        let ended = try await analyse(method, csv)
        #expect(ended.code == 65 && ended.output.isEmpty)
        #expect(ended.messages.contains(sentence), "\(ended.messages)")
    }

    @Test func `a file that is not there, a folder, and a method that nobody knows`() async throws {
        #expect(try await Running.gehoor("analyse", "c-chart", "/nowhere/numbers.csv").code == 66)
        #expect(try await Running.gehoor("analyse", "c-chart", "/tmp").code == 65)
        #expect(try await Running.gehoor("analyse", "pie-chart", "/tmp").code == 64)
        #expect(try await Running.gehoor("analyse", "c-chart", "/tmp", "--baseline", "0").code == 64)
    }

    @Test func `numbers may come by standard input`() async throws {
        let ended = try await Running.gehoor("analyse", "c-chart", "-", input: "count\n5\n7\n")
        #expect(ended.code == 0 && ended.output.contains("\"centre\":6.0"))
    }

    @Test func `limits can come from the first rows`() async throws {
        let ended = try await analyse("c-chart", column("count", Array(repeating: 4, count: 12) + [40]), "--baseline", "12")
        let found = try JSONDecoder().decode(Answer.self, from: Data(ended.output.utf8))
        #expect(found.centre == 4 && found.points?.last?.signal == true)
    }
}
