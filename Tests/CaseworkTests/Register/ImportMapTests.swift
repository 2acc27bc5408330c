import Casework
import Complaints
import Testing

struct ImportMapTests {
    private func refusal(_ yaml: String) -> String {
        do throws(ImportFault) {
            _ = try ImportMap(yaml: yaml)
            return "none"
        } catch {
            return error.sentence
        }
    }

    @Test func `a map is read as people write it`() throws {
        let map = try ImportMap(
            yaml: """
                source: oud-register
                separator: ";"
                encoding: windows-1252
                zone: UTC
                dates: [iso, month-first]
                fields:
                  story: [Onderwerp, Tekst]
                  customer.name: Naam
                values:
                  phase: {"Pending Reminder": open}
                defaults:
                  channel: letter
                """)
        #expect(map.source == "oud-register" && map.separator == UInt8(ascii: ";") && map.encoding == .windows1252)
        #expect(map.zone?.name == "UTC" && map.dates == [.iso, .monthFirst])
        #expect(map.columns == [.story: ["Onderwerp", "Tekst"], .name: ["Naam"]])
        #expect(map.values == [.phase: ["pending reminder": "open"]])
        #expect(map.defaults == [.channel: "letter"])
    }

    @Test func `a map that refers to parts of itself is refused at once: such parts can stand for more than there is room for`() {
        let bomb = "a: &a1 [x, x]\n" + (2...40).map { "b\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined() + "? *a40\n: x\n"
        #expect(refusal(bomb).contains("refers to parts of itself"))
        #expect(refusal("source: oud\nfields:\n  story: \"R&D *tekst\"\n  customer.name: Naam & co *verplicht\n") == "none")
    }

    @Test func `a sign with which Windows begins a text is none of the map`() {
        #expect(refusal("\u{FEFF}source: oud\nfields:\n  story: Tekst\n") == "none")
    }

    @Test func `a zone with something behind it is none`() {
        #expect(refusal("source: oud\nzone: \"Europe/Amsterdam\\0x\"\nfields:\n  story: Tekst\n").contains("no zone"))
    }

    @Test(arguments: ReadyMap.allCases)
    func `a map that comes with the program can be read, and names where it comes from`(ready: ReadyMap) throws {
        let map = try ImportMap(yaml: ready.yaml)
        #expect(map.source == ready.rawValue)
        for field: ImportField in [.reference, .receivedAt, .story, .name, .email, .phase] { #expect(map.columns[field] != nil) }
        #expect(ready.yaml.hasPrefix("# "))
    }

    @Test(arguments: [
        ("", "empty"), ("fields: [", "no YAML"), ("- a", "name: value"), ("fields: {story: A}", "`source:`"),
        ("source: Oud Register\nfields: {story: A}", "small letters"), ("source: a", "`fields:`"),
        ("source: a\ncolumns: {}", "knows no “columns”. It knows: source, separator"),
        ("source: a\nfields: {verhaal: A}", "knows no “verhaal”. It knows: reference, channel"),
        ("source: a\nfields: {story: {}}", "plain text"), ("source: a\nseparator: \"|\"\nfields: {story: A}", "`separator` can't be “|”"),
        ("source: a\nencoding: latin1\nfields: {story: A}", "utf-8 windows-1252"),
        ("source: a\nzone: Europe/Utrecht\nfields: {story: A}", "no zone"),
        ("source: a\ndates: american\nfields: {story: A}", "day-first"),
        ("source: a\ndates: [day-first, month-first]\nfields: {story: A}", "one text would be two dates"),
        ("source: a\nfields: {story: A, story: B}", "twice"),
        ("source: a\nfields: {story: A}\nvalues: {phase: {A: open, a: closed}}", "two meanings"),
        ("source: a\nfields: {story: A}\nvalues: {phase: open}", "name: value"),
    ])
    func `what a map can't mean is refused, with what it can`(yaml: String, says: String) {
        #expect(refusal(yaml).contains(says), "\(refusal(yaml))")
    }

    @Test func `a map that is no map by its size is refused`() {
        #expect(refusal("# " + String(repeating: "x", count: 70_000)).contains("64 KiB"))
    }
}
