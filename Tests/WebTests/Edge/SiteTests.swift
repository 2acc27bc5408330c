import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
import Testing

@testable import Web

/// The router with all its middleware, as the site will have it.
private func site(
    base: BaseURL = BaseURL("http://localhost") ?? TestHouse.base, logger: Logger = TestHouse.quietLogger
) -> some ApplicationProtocol {
    struct Trouble: StorageTrouble {}
    struct Bug: Error { let secret = "secret\nline" }
    let router = Router(context: Visit.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
        SecureHeaders(base: base, unlistedPaths: ["/follow/"])
        FaultPages { fault, _ in Array("<p>\(fault.problem.code) \(fault.number ?? "-")".utf8) }
        SameSiteGuard(base: base)
    }
    AssetShelf([.init(name: "desk.css", bytes: Array("a{}".utf8))]).addRoute(to: router)
    for prefix in ["", "/api"] {
        router.get("\(prefix)/page") { _, _ in "page" }
        router.post("\(prefix)/page") { _, _ in "done" }
        router.get("\(prefix)/bug") { _, _ -> String in throw Bug() }
        router.get("\(prefix)/full") { _, _ -> String in throw Trouble() }
        router.get("\(prefix)/invalid") { _, _ -> String in
            throw ProblemDetails(.unprocessableContent, code: "invalid", detail: "No.", errors: [.init(field: "a", code: "b", detail: "c")])
        }
    }
    router.get("/follow/:secret") { _, visit in visit.parameter("secret") ?? "none" }
    let server = EdgeServer(host: "127.0.0.1", port: 0, door: DoorPolicy(base: base))
    return server.application(router.buildResponder(), logger: logger)
}

private func answer(
    _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], base: String = "http://localhost",
    logger: Logger = TestHouse.quietLogger
) async throws -> TestResponse {
    try await site(base: BaseURL(base) ?? TestHouse.base, logger: logger).test(.router) { client in
        try await client.execute(uri: path, method: method, headers: headers)
    }
}

@Suite struct `Headers on every answer` {
    @Test func `a page says what it never does`() async throws {
        let headers = try await answer(.get, "/page").headers
        #expect(headers[.contentSecurityPolicy]?.hasPrefix("default-src 'none'; ") == true)
        #expect(headers[.contentSecurityPolicy]?.contains("unsafe") == false)
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(headers[.cacheControl] == "no-store")
        #expect(headers[.referrerPolicy] == "same-origin")
        #expect(headers[.strictTransportSecurity] == nil && headers[.xRobotsTag] == nil)
    }

    @Test func `so do errors`() async throws {
        for path in ["/nothing", "/bug", "/api/bug"] {
            #expect(try await answer(.get, path).headers[.contentSecurityPolicy] != nil)
        }
    }

    @Test func `a page with a secret address is neither listed nor told on`() async throws {
        let response = try await answer(.get, "/follow/a%20b")
        #expect(String(buffer: response.body) == "a b")
        #expect(response.headers[.referrerPolicy] == "no-referrer" && response.headers[.xRobotsTag] == "noindex, nofollow")
    }

    @Test func `over TLS browsers are told to stay there`() async throws {
        let base = "https://localhost"
        #expect(try await answer(.get, "/page", base: base).headers[.strictTransportSecurity] == "max-age=31536000")
    }
}

@Suite struct `Requests from other sites` {
    @Test(
        arguments: [
            [HTTPField.Name.secFetchSite: "same-origin"], [.secFetchSite: "none"], [.origin: "http://localhost"], [:], [.origin: "null"],
        ] as [HTTPFields]) func `our own forms may post`(_ headers: HTTPFields) async throws
    {
        #expect(try await answer(.post, "/page", headers).status == .ok)
    }

    @Test(
        arguments: [
            [HTTPField.Name.secFetchSite: "cross-site"], [.secFetchSite: "same-site"], [.origin: "http://evil.test"],
            [.origin: "https://localhost"],
            [.secFetchSite: "cross-site", .origin: "http://localhost"],
        ] as [HTTPFields]) func `theirs may not`(_ headers: HTTPFields) async throws
    {
        #expect(try await answer(.post, "/page", headers).status == .forbidden)
        #expect(try await answer(.get, "/page", headers).status == .ok)
        #expect(try await answer(.post, "/api/page", headers).status == .ok)
    }

    @Test func `over TLS an origin of null is another site's`() async throws {
        #expect(try await answer(.post, "/page", [.origin: "null"], base: "https://localhost").status == .forbidden)
    }
}

@Suite struct `Errors as answers` {
    @Test func `a fault shows its number only, and the log tells the rest on one line`() async throws {
        let lines = Notebook.Lines()
        let logger = lines.logger(from: .error)
        for path in ["/bug", "/api/bug"] {
            let response = try await answer(.get, path, logger: logger)
            let body = String(buffer: response.body)
            #expect(response.status == .internalServerError && !body.contains("secret"))
            let line = try #require(lines.all.withLock { $0.popLast() })
            let number = try #require(line.split(separator: " ").dropFirst().first)
            #expect(number.utf8.count == 8 && body.contains(number))
            #expect(line.contains("secret") && !line.contains("\n"))
        }
    }

    @Test func `the disk's trouble says to try again`() async throws {
        let response = try await answer(.get, "/full")
        #expect(response.status == .serviceUnavailable && response.headers[.retryAfter] == "60")
        #expect(String(buffer: response.body).hasPrefix("<p>storage-trouble "))
    }

    @Test func `what is not there is a page, and a problem under the API`() async throws {
        let page = try await answer(.get, "/nothing")
        #expect(page.status == .notFound && String(buffer: page.body) == "<p>not-found -")
        let problem = try await answer(.get, "/api/nothing")
        #expect(problem.status == .notFound && problem.headers[.contentType] == "application/problem+json")
    }

    @Test func `a problem names its fields`() async throws {
        let response = try await answer(.get, "/api/invalid")
        #expect(response.status == .unprocessableContent)
        #expect(
            String(buffer: response.body)
                == #"{"type":"about:blank","title":"Unprocessable Content","status":422,"code":"invalid","detail":"No.","#
                + #""errors":[{"field":"a","code":"b","detail":"c"}]}"#)
    }

    @Test func `an answer to HEAD has no body`() async throws {
        for path in ["/page", "/nothing", "/health"] {
            #expect(try await answer(.head, path).body.readableBytes == 0)
        }
    }

    @Test func `text in the log cannot forge a line`() {
        #expect(LogText.safe("a\r\n[error] b\u{1B}[31m\u{202E}\\é") == "a\\u{d}\\u{a}[error] b\\u{1b}[31m\\u{202e}\\\\é")
        #expect(LogText.safe("abcd", limit: 3) == "abc…")
    }
}

@Suite struct `Assets` {
    private let shelf = AssetShelf([.init(name: "desk.css", bytes: Array("a{}".utf8))])

    @Test func `a file is served under its hash, for good`() async throws {
        let path = shelf.path("desk.css")
        #expect(path.utf8.count == "/assets/desk.01234567.css".utf8.count)
        let response = try await answer(.get, path)
        #expect(response.status == .ok && String(buffer: response.body) == "a{}")
        #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(response.headers[.contentType] == "text/css; charset=utf-8")
    }

    @Test func `by its plain name it is asked for anew, and not sent when it is known`() async throws {
        let first = try await answer(.get, "/assets/desk.css")
        #expect(first.headers[.cacheControl] == "no-cache")
        let second = try await answer(.get, "/assets/desk.css", [.ifNoneMatch: try #require(first.headers[.eTag])])
        #expect(second.status == .notModified && second.body.readableBytes == 0)
    }

    @Test(arguments: ["/assets/desk.00000000.css", "/assets/nothing.css", "/assets/", "/assets/%2e%2e"])
    func `anything else is not there`(_ path: String) async throws {
        #expect([.notFound, .badRequest].contains(try await answer(.get, path).status))
    }
}
