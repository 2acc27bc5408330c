import Complaints
import HTTPTypes
import Testing

@testable import Web

@Suite struct `Base URLs and addresses` {
    @Test func `a base URL is read, its own port left out`() {
        #expect(BaseURL("https://Klachten.Example.nl:443/")?.origin == "https://klachten.example.nl")
        #expect(BaseURL("http://127.0.0.1:8080")?.origin == "http://127.0.0.1:8080")
        #expect(BaseURL("http://[::1]:8080")?.origin == "http://[::1]:8080")
    }

    @Test(arguments: [
        "", "klachten.nl", "ftp://a", "http://", "http://a/b", "http://u@a", "http://a:0", "http://a:x", "http://a?b", "http://a b",
    ])
    func `anything else is no base URL`(_ text: String) { #expect(BaseURL(text) == nil) }

    @Test func `an address has one form and one network`() throws {
        #expect(ClientAddress("::ffff:192.0.2.7") == ClientAddress("192.0.2.7"))
        #expect(try #require(ClientAddress("2001:DB8::1")).description == "2001:db8::1")
        #expect(try #require(ClientAddress("2001:db8:1:2:3::1")).network == ClientAddress("2001:db8:1:2::"))
        #expect(try #require(ClientAddress("192.0.2.7")).network.description == "192.0.2.7")
    }

    @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "1.2.3.4\0", "::g", "localhost", "1.2.3.4 "])
    func `anything else is no address`(_ text: String) { #expect(ClientAddress(text) == nil) }
}

@Suite struct `What a proxy says` {
    private let proxy = ClientAddress("10.0.0.1") ?? .unknown

    private func origin(peer: String, forwardedFor: String) -> ForwardedOrigin {
        ForwardedOrigin(
            peer: ClientAddress(peer) ?? .unknown, trusted: [proxy],
            headers: [.xForwardedFor: forwardedFor, .xForwardedProto: "https"])
    }

    @Test(arguments: ["203.0.113.9", "198.51.100.1, 203.0.113.9", "203.0.113.9:4711", "spoofed,203.0.113.9"])
    func `the last entry of a trusted proxy is the client`(_ list: String) {
        let found = origin(peer: "10.0.0.1", forwardedFor: list)
        #expect(found.address == ClientAddress("203.0.113.9"))
        #expect(found.isSecure == true)
    }

    @Test func `an IPv6 client with a port is read`() {
        #expect(origin(peer: "10.0.0.1", forwardedFor: "[2001:db8::9]:443").address == ClientAddress("2001:db8::9"))
    }

    @Test func `anybody else is not believed`() {
        let found = origin(peer: "10.0.0.2", forwardedFor: "203.0.113.9")
        #expect(found.address == ClientAddress("10.0.0.2"))
        #expect(found.isSecure == nil)
    }

    @Test func `what a trusted proxy garbles leaves the proxy's own address`() {
        #expect(origin(peer: "10.0.0.1", forwardedFor: "not an address").address == proxy)
    }

    @Test func `over a socket the forwarded client is believed from the trusted peer only`() async throws {
        let request = "GET / HTTP/1.1\r\nHost: house.test\r\nX-Forwarded-For: 203.0.113.9\r\nConnection: close\r\n\r\n"
        for (trusted, expected) in [("127.0.0.1", "hello 203.0.113.9"), ("10.9.9.9", "hello 127.0.0.1")] {
            let answer = try await TestHouse.serve(trustedProxies: Set([ClientAddress(trusted)].compactMap { $0 })) { port in
                let connection = try RawConnection(port: port)
                connection.send(request)
                return connection.readToEnd()
            }
            #expect(answer?.hasSuffix(expected) == true)
        }
    }
}

@Suite struct `The language that a browser asks for` {
    @Test(arguments: [
        ("en", Language.english), ("en-GB,en;q=0.9,nl;q=0.8", .english), ("nl-NL,nl;q=0.9,en;q=0.8", .dutch),
        ("en;q=0.2, nl;q=0.7", .dutch),
        ("de, fr", .dutch), ("", .dutch), ("en;q=0", .dutch), ("en;q=x", .dutch), ("de, en;q=0.3", .english),
    ]) func `is the heaviest of ours, else Dutch`(_ header: String, _ language: Language) {
        #expect(LanguageWanted.language(acceptLanguage: header) == language)
    }
}
