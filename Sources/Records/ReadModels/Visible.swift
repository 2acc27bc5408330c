package import Complaints

/// `Visibility` as a condition on the read model `complaint k`: the same rule, once in Swift and once in SQL.
package struct VisibleCondition: Sendable {
    package let sql: String
    package let values: [SQLValue]

    /// - Parameter asList: lists and counts, which management may read too (its pages hide the names).
    package init(_ visibility: Visibility, asList: Bool) {
        var parts: [String] = []
        var values: [SQLValue] = []
        let places = visibility.inPlaceOf.sorted()
        func orInPlace(_ condition: String) -> String {
            if places.isEmpty { return condition }
            values += places.map { .integer($0.value) }
            return "(\(condition) OR k.about_staff IN (\(places.map { _ in "?" }.joined(separator: ", "))))"
        }
        let ordinary = visibility.seesOrdinaryFiles || (asList && visibility.seesLists)
        switch (ordinary, visibility.seesConfidentialFiles) {
        case (_, true): break
        case (true, false):
            if let staff = visibility.staff {
                values.append(.integer(staff.value))
                parts.append(orInPlace("(k.is_confidential = 0 OR k.handler_id = ?)"))
            } else {
                parts.append(orInPlace("k.is_confidential = 0"))
            }
        case (false, false):
            if let staff = visibility.staff {
                values.append(.integer(staff.value))
                parts.append(orInPlace("k.handler_id = ?"))
            } else {
                parts.append(orInPlace("1 = 0"))
            }
        }
        for staff in visibility.isNotToldOf.sorted() {
            parts.append("(k.about_staff IS NULL OR k.about_staff <> ?)")
            values.append(.integer(staff.value))
        }
        sql = parts.isEmpty ? "1 = 1" : parts.joined(separator: " AND ")
        self.values = values
    }
}
