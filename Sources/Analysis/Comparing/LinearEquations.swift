/// Small systems of linear equations.
enum LinearEquations {
    /// Gauss' elimination with the largest pivot; nil where there is no one answer.
    static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
        var rows = zip(matrix, right).map { $0 + [$1] }
        let size = rows.count
        for column in 0..<size {
            guard let pivot = (column..<size).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                abs(rows[pivot][column]) > 1e-300
            else { return nil }
            rows.swapAt(column, pivot)
            for row in (column + 1)..<max(size, column + 1) where rows[row][column] != 0 {
                let factor = rows[row][column] / rows[column][column]
                for place in column...size { rows[row][place] -= factor * rows[column][place] }
            }
        }
        var answer = Array(repeating: 0.0, count: size)
        for row in (0..<size).reversed() {
            let known = ((row + 1)..<max(size, row + 1)).reduce(0.0) { $0 + rows[row][$1] * answer[$1] }
            answer[row] = (rows[row][size] - known) / rows[row][row]
        }
        return answer
    }

    /// What fits `right` with the least squares, by Householder's reflections, and the inverse of `XᵀX`; nil where columns depend on one
    /// another. The reflections square nothing, so that columns of different size cost no digits.
    static func leastSquares(_ rows: [[Double]], _ right: [Double]) -> (answer: [Double], inverse: [[Double]])? {
        var (a, b) = (rows, right)
        let (n, k) = (rows.count, rows.first?.count ?? 0)
        guard n >= k, k > 0 else { return nil }
        for column in 0..<k {
            guard reflect(&a, &b, column, n, k, scale: rows) else { return nil }
        }
        let upper = (0..<k).map { row in (0..<k).map { $0 < row ? 0 : a[row][$0] } }
        guard let answer = solve(upper, Array(b.prefix(k))) else { return nil }
        var inverse: [[Double]] = []
        for column in 0..<k {
            guard let solved = solve(upper, (0..<k).map { $0 == column ? 1 : 0 }) else { return nil }
            inverse.append(solved)
        }
        // With R⁻¹ by columns, (XᵀX)⁻¹ = R⁻¹ R⁻ᵀ.
        let covariance = (0..<k).map { i in (0..<k).map { j in (0..<k).reduce(0.0) { $0 + inverse[$1][i] * inverse[$1][j] } } }
        return (answer, covariance)
    }

    /// Makes zeros below the diagonal of a column; false where nothing is left in it.
    private static func reflect(
        _ a: inout [[Double]], _ b: inout [Double], _ column: Int, _ n: Int, _ k: Int, scale: [[Double]]
    ) -> Bool {
        let length = (column..<n).reduce(0.0) { $0 + a[$1][column] * a[$1][column] }.squareRoot()
        let whole = scale.reduce(0.0) { $0 + $1[column] * $1[column] }.squareRoot()
        guard length > 1e-11 * whole, length > 0, length.isFinite else { return false }
        let head = a[column][column] > 0 ? -length : length
        var v = (column..<n).map { a[$0][column] }
        v[0] -= head
        let square = v.reduce(0) { $0 + $1 * $1 }
        for place in column..<k {
            let factor = 2 * (column..<n).reduce(0.0) { $0 + v[$1 - column] * a[$1][place] } / square
            for row in column..<n { a[row][place] -= factor * v[row - column] }
        }
        let factor = 2 * (column..<n).reduce(0.0) { $0 + v[$1 - column] * b[$1] } / square
        for row in column..<n { b[row] -= factor * v[row - column] }
        return true
    }
}
