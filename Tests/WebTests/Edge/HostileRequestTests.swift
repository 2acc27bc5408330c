import Testing

@testable import Web

@Suite struct `Hostile requests on the wire` {
    /// Sends these lines as one head (and what follows it) and gives the status line of what comes back.
    private func status(_ request: String) async throws -> String {
        let answer = try await TestHouse.serve { port in
            let connection = try RawConnection(port: port)
            connection.send(request)
            connection.endSending()
            return connection.readToEnd() ?? "no end"
        }
        return String(answer.prefix { $0 != "\r\n" }.dropFirst("HTTP/1.1 ".count).prefix(3))
    }

    @Test func `a plain request is answered`() async throws {
        #expect(try await status("GET / HTTP/1.1\r\nHost: house.test\r\n\r\n") == "200")
        #expect(try await status("GET / HTTP/1.1\r\nHost: HOUSE.test:80\r\n\r\n") == "200")
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost:\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: house.test\r\nHost: house.test\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: house.test\r\nHost: evil.test\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: house.test, evil.test\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: house.test@evil.test\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: house.test:99999\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
    ]) func `a missing, double or malformed Host is refused`(_ request: String) async throws {
        #expect(try await status(request) == "400")
    }

    @Test(arguments: ["evil.test", "house.test:8080", "house.test.evil.test", "127.0.0.1"])
    func `another house's Host is misdirected`(_ host: String) async throws {
        #expect(try await status("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n") == "421")
    }

    @Test(arguments: ["GET /health HTTP/1.1\r\nHost: anything\r\n\r\n", "GET /health HTTP/1.0\r\n\r\n"])
    func `health answers any Host`(_ request: String) async throws {
        #expect(try await status(request) == "200")
    }

    @Test(arguments: [
        "POST /echo HTTP/1.1\r\nHost: house.test\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n",
        "POST /echo HTTP/1.1\r\nHost: house.test\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
        "POST /echo HTTP/1.1\r\nHost: house.test\r\nContent-Length: -1\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: house.test\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: house.test\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: house.test\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: house.test\r\nX: a\u{0}b\r\n\r\n",
        "GET / HTTP/1.1\r\n Host: house.test\r\n\r\n",
    ]) func `a head that two servers could read in two ways is refused`(_ request: String) async throws {
        #expect(try await status(request) == "400")
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\nHost: house.test\r\nContent-Length: 4\r\n\r\nhalf",
        "GET / HTTP/1.1\r\nHost: house.test\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n0\r\n\r\n",
        "HEAD / HTTP/1.1\r\nHost: house.test\r\nContent-Length: 100000\r\n\r\n",
    ]) func `a question brings no body: nobody would read it`(_ request: String) async throws {
        #expect(try await status(request) == "400")
        #expect(try await status("GET / HTTP/1.1\r\nHost: house.test\r\nContent-Length: 0\r\n\r\n") == "200")
    }

    @Test func `a body that ends early is not taken for a whole one`() async throws {
        #expect(try await status("POST /echo HTTP/1.1\r\nHost: house.test\r\nContent-Length: 40\r\n\r\nhalf") != "200")
        let chunked = "POST /echo HTTP/1.1\r\nHost: house.test\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"
        #expect(try await status(chunked) != "200")
    }

    @Test func `a head that is too large is refused`() async throws {
        let huge = String(repeating: "a", count: 200_000)
        let many = (0..<2_000).map { "X-\($0): y\r\n" }.joined()
        #expect(try await status("GET / HTTP/1.1\r\nHost: house.test\r\nX: \(huge)\r\n\r\n") != "200")
        #expect(try await status("GET / HTTP/1.1\r\nHost: house.test\r\n\(many)\r\n") != "200")
    }

    @Test(arguments: [
        "/%00", "/a%00b", "/../etc/passwd", "/a/../b", "/%2e%2e/etc", "/a/./b", "//evil.test", "/a%2fb", "/a%5Cb", "/a%zz", "/%", "/a#b",
        "http://house.test\u{301}/", "*", "/caf\u{e9}",
    ]) func `a treacherous path is refused`(_ target: String) async throws {
        #expect(try await status("GET \(target) HTTP/1.1\r\nHost: house.test\r\n\r\n") == "400")
    }

    @Test func `an over-long path is refused`() async throws {
        let long = String(repeating: "a", count: 9_000)
        #expect(try await status("GET /\(long) HTTP/1.1\r\nHost: house.test\r\n\r\n") == "414")
    }

    @Test func `an unknown method is refused`() async throws {
        #expect(try await status("TRACE / HTTP/1.1\r\nHost: house.test\r\n\r\n") == "501")
    }

    @Test func `a query may hold anything that people type`() async throws {
        #expect(try await status("GET /?q=100%&r=a/../b%00 HTTP/1.1\r\nHost: house.test\r\n\r\n") == "200")
    }
}
