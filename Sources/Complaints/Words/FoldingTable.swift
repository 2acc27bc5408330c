/// The base letters of the accented letters of Latin, Greek and Cyrillic script, in lower case: sixteen in a row, from the code point that
/// the row names, a point for one that has none. Derived from the canonical decompositions of Unicode; letters that do not decompose, such
/// as ø, ł and ß, have the base letter under which Dutch and international name lists sort them.
enum FoldingTable {
    /// The bytes that take the place of a character; nil when the table does not know it.
    static func base(of scalar: Unicode.Scalar) -> [UInt8]? {
        let index = Int(scalar.value)
        return index < bases.count ? bases[index] : nil
    }

    private static let bases: [[UInt8]?] = {
        var bases: [[UInt8]?] = Array(repeating: nil, count: 0x1F00)
        for (first, row) in rows {
            for (offset, base) in row.utf8.split(separator: UInt8(ascii: " ")).enumerated() where first + offset < bases.count {
                if !base.elementsEqual(".".utf8) { bases[first + offset] = Array(base) }
            }
        }
        return bases
    }()

    private static let rows: [(Int, String)] = [
        (0x00C0, "a a a a a a ae c e e e e i i i i"),
        (0x00D0, "d n o o o o o . o u u u u y th ss"),
        (0x00E0, "a a a a a a ae c e e e e i i i i"),
        (0x00F0, "d n o o o o o . o u u u u y th y"),
        (0x0100, "a a a a a a c c c c c c c c d d"),
        (0x0110, "d d e e e e e e e e e e g g g g"),
        (0x0120, "g g g g h h h h i i i i i i i i"),
        (0x0130, "i i ij ij j j k k q l l l l l l l"),
        (0x0140, "l l l n n n n n n n n n o o o o"),
        (0x0150, "o o oe oe r r r r r r s s s s s s"),
        (0x0160, "s s t t t t t t u u u u u u u u"),
        (0x0170, "u u u u w w y y y z z z z z z s"),
        (0x0180, "b b b b ƅ . ɔ c c d d d d . ǝ ə"),
        (0x0190, "ɛ f f g ɣ hv ɩ i k k l . ɯ n n ɵ"),
        (0x01A0, "o o ƣ . p p ʀ ƨ . ʃ . t t t t u"),
        (0x01B0, "u ʊ v y y z z ʒ ƹ . . . ƽ . . ."),
        (0x01C0, ". . . . dz dz dz lj lj lj nj nj nj a a i"),
        (0x01D0, "i o o u u u u u u u u u u . a a"),
        (0x01E0, "a a ae ae g g g g k k o o o o ʒ ʒ"),
        (0x01F0, "j dz dz dz g g hv ƿ n n a a ae ae o o"),
        (0x0200, "a a a a e e e e i i i i o o o o"),
        (0x0210, "r r r r u u u u s s t t ȝ . h h"),
        (0x0220, "n d ȣ . z z a a e e o o o o o o"),
        (0x0230, "o o y y l n t j db qp a c c l t s"),
        (0x0240, "z ɂ . b u ʌ e e j j q q r r y y"),
        (0x0370, "ͱ . ͳ . ʹ . ͷ . . . . . . . . ϳ"),
        (0x0380, ". . . . . . α . ε η ι . ο . υ ω"),
        (0x0390, "ι α β γ δ ε ζ η θ ι κ λ μ ν ξ ο"),
        (0x03A0, "π ρ . σ τ υ φ χ ψ ω ι υ α ε η ι"),
        (0x03B0, "υ . . . . . . . . . . . . . . ."),
        (0x03C0, ". . σ . . . . . . . ι υ ο υ ω ϗ"),
        (0x03D0, ". . . ϒ ϒ . . . ϙ . ϛ . ϝ . ϟ ."),
        (0x03E0, "ϡ . ϣ . ϥ . ϧ . ϩ . ϫ . ϭ . ϯ ."),
        (0x03F0, ". . . . θ . . ϸ . ϲ ϻ . . ͻ ͼ ͽ"),
        (0x0400, "е е ђ г є ѕ і і ј љ њ ћ к и у џ"),
        (0x0410, "а б в г д е ж з и и к л м н о п"),
        (0x0420, "р с т у ф х ц ч ш щ ъ ы ь э ю я"),
        (0x0430, ". . . . . . . . . и . . . . . ."),
        (0x0450, "е е . г . . . і . . . . к и у ."),
        (0x1E00, "a a b b b b b b c c d d d d d d"),
        (0x1E10, "d d d d e e e e e e e e e e f f"),
        (0x1E20, "g g h h h h h h h h h h i i i i"),
        (0x1E30, "k k k k k k l l l l l l l l m m"),
        (0x1E40, "m m m m n n n n n n n n o o o o"),
        (0x1E50, "o o o o p p p p r r r r r r r r"),
        (0x1E60, "s s s s s s s s s s t t t t t t"),
        (0x1E70, "t t u u u u u u u u u u v v v v"),
        (0x1E80, "w w w w w w w w w w x x x x y y"),
        (0x1E90, "z z z z z z h t w y a s s s ss ."),
        (0x1EA0, "a a a a a a a a a a a a a a a a"),
        (0x1EB0, "a a a a a a a a e e e e e e e e"),
        (0x1EC0, "e e e e e e e e i i i i o o o o"),
        (0x1ED0, "o o o o o o o o o o o o o o o o"),
        (0x1EE0, "o o o o u u u u u u u u u u u u"),
        (0x1EF0, "u u y y y y y y y y ll ll v v y y"),
    ]
}
