extension Day {
    /// Easter Sunday in the Gregorian calendar, by the "anonymous" computus of 1876 (Meeus, Jones, Butcher); nil outside the years 1…9999.
    package static func easterSunday(in year: Int) -> Day? {
        guard let firstOfMarch = Day(year: year, month: 3, day: 1) else { return nil }
        let golden = year % 19
        let century = year / 100
        let leapCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - leapCorrection + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7
        let late = (golden + 11 * epact + 22 * toSunday) / 451
        return firstOfMarch + (epact + toSunday - 7 * late + 21)
    }
}
