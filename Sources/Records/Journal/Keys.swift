/// Keys for rows, made by the program so that nothing serialises across complaints.
package enum Keys {
    /// A fresh key: milliseconds since 2020, then 22 random bits. Keys of later moments are larger, so that rows lie in
    /// the order they came; two in one millisecond meet once in four million, and then the store refuses the second.
    package static func fresh(at milliseconds: Int64) -> Int64 {
        let epoch: Int64 = 1_577_836_800_000
        return (max(0, milliseconds - epoch) << 22) | Int64.random(in: 0..<(1 << 22))
    }
}
