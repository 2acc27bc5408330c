import Dialling
import Testing

@Suite struct AddressPolicyTests {
    @Test(arguments: ["Mail.Example.NL", "xn--caf-dma.nl", "localhost", "10.0.0.1", "[::1]", "a_b.nl", "example.nl."])
    func `a host name is taken`(name: String) { #expect(HostName(name) != nil) }

    @Test(arguments: [
        "", ".", "a..b", "-a.nl", "a b", "a\r\nb", "a/b", "a@b", "a:25", "café.nl", "a\0b", "[::1", "fe80::1%eth0", "user@host",
    ])
    func `what is no host name is refused`(name: String) { #expect(HostName(name) == nil) }

    @Test func `host names are compared in small letters`() {
        #expect(HostName("MAIL.Example.nl.") == HostName("mail.example.nl"))
    }

    @Test(arguments: [
        ("93.184.216.34", AddressKind.anywhere), ("2606:4700::1111", .anywhere), ("127.0.0.1", .thisMachine), ("127.9.9.9", .thisMachine),
        ("::1", .thisMachine), ("::ffff:127.0.0.1", .thisMachine), ("10.1.2.3", .inside), ("172.31.0.1", .inside), ("192.168.1.1", .inside),
        ("100.64.0.1", .inside), ("fd00::1", .inside), ("169.254.1.1", .linkLocal), ("fe80::1", .linkLocal),
        ("169.254.169.254", .metadata), ("::ffff:169.254.169.254", .metadata), ("64:ff9b::169.254.169.254", .metadata),
        ("2002:a9fe:a9fe::1", .metadata), ("fd00:ec2::254", .metadata), ("100.100.100.200", .metadata), ("224.0.0.1", .multicast),
        ("ff02::1", .multicast), ("0.0.0.0", .reserved), ("255.255.255.255", .reserved), ("::", .reserved), ("198.18.0.1", .reserved),
    ])
    func `an address is told by its kind`(literal: String, kind: AddressKind) throws {
        #expect(AddressKind(try #require(NetworkAddress(literal: literal))) == kind)
    }

    @Test func `what is inside is reached only under a name of the configuration, and some places never`() throws {
        let host = try #require(HostName("mail.example.nl"))
        let other = try #require(HostName("other.example.nl"))
        let policy = AddressPolicy(insideHosts: [host])
        for (literal, named, unnamed) in [
            ("93.184.216.34", true, true), ("10.0.0.1", true, false), ("127.0.0.1", true, false), ("169.254.169.254", false, false),
            ("fe80::1", false, false), ("224.0.0.1", false, false),
        ] {
            let address = try #require(NetworkAddress(literal: literal))
            #expect(policy.allows(address, of: host) == named)
            #expect(policy.allows(address, of: other) == unnamed)
        }
    }

    @Test func `a secret prints nothing`() {
        let login = Login.password(user: "jan", SecretText("hunter2"))
        #expect(!"\(login)".contains("hunter2") && !String(reflecting: login).contains("hunter2"))
        var dumped = ""
        dump(login, to: &dumped)
        #expect(!dumped.contains("hunter2"))
    }

    @Test(arguments: [
        "a", "@b.nl", "a@", "a b@c.nl", "a@b.nl>", "<a@b.nl", "a@b.nl\r\nRCPT TO:<x@y.nl>", "a@b@c.nl", "a\0@b.nl", "\"a b\"@c.nl",
        "a@b.nl,c@d.nl",
    ])
    func `what could end or split a command is no address`(text: String) { #expect(EnvelopeAddress(text) == nil) }

    @Test(arguments: [
        "http://token.example.nl/", "https://user:word@example.nl/", "https://exam ple.nl/", "https://example.nl/#x", "ftp://example.nl/",
        "https://example.nl:99999/", "https:///x", "https://example.nl/\r\nX: y",
    ])
    func `a form goes to an https address only`(address: String) { #expect(FormPost(address, fields: []) == nil) }
}
