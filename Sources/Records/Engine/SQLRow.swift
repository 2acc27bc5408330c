/// One row of an answer, alive only while the closure that got it runs. Columns count from 0, in the order of SELECT.
/// A reader that is not optional reads NULL as 0, false or empty; a column that is not there reads as NULL.
package protocol SQLRow {
    func optionalInteger(_ column: Int) -> Int64?
    func optionalReal(_ column: Int) -> Double?
    func optionalText(_ column: Int) -> String?
    func optionalBlob(_ column: Int) -> [UInt8]?
}

extension SQLRow {
    package func integer(_ column: Int) -> Int64 { optionalInteger(column) ?? 0 }
    package func real(_ column: Int) -> Double { optionalReal(column) ?? 0 }
    package func text(_ column: Int) -> String { optionalText(column) ?? "" }
    package func blob(_ column: Int) -> [UInt8] { optionalBlob(column) ?? [] }
    package func flag(_ column: Int) -> Bool { integer(column) != 0 }
}
