import CCurl
package import Foundation

/// What a mail server did with one letter.
package struct SubmissionAnswer: Hashable, Sendable {
    /// The number of its last answer; 0 when it gave none.
    package let code: Int
    /// Its last words.
    package let words: String
    /// How far it came.
    package let stage: SubmissionStage
    /// The whole letter was handed over, so that a missing answer leaves it in doubt.
    package let isHandedOver: Bool
    /// Why it went wrong; nil when the server took the letter.
    package let fault: DialFault?
}

/// Which part of a letter's way was the last that was begun.
package enum SubmissionStage: String, Hashable, Sendable, Codable {
    /// Connecting, greeting, TLS and login: about the server, not about the letter.
    case reaching
    case sender, recipient, letter
}

/// A way to one mail server that letters leave by, one after another over one connection where the server allows it.
package final class Submission: @unchecked Sendable {
    // The handle is touched on `thread` only.
    private var handle: CurlHandle?
    private var hasLoggedIn = false
    private let thread = OwnThread("submission")
    private let destination: Destination
    private let name: HostName
    private let dialler: Dialler

    /// - Parameter name: how this machine calls itself in its greeting.
    package init(to destination: Destination, greetingAs name: HostName, with dialler: Dialler) {
        (self.destination, self.name, self.dialler) = (destination, name, dialler)
    }

    /// Hands over one letter for one address.
    ///
    /// - Parameter sender: nil for the empty one, to which nothing ever bounces.
    package func send(
        _ letter: Data, from sender: EnvelopeAddress?, to recipient: EnvelopeAddress, login: Login?
    ) async -> SubmissionAnswer {
        await thread.run { [self] in perform(letter, from: sender, to: recipient, login: login) }
    }

    /// Connects and logs in, and sends nothing.
    package func check(login: Login?) async throws {
        try await thread.run { [self] in _ = try Line(.smtp, at: destination, login: login, greetingAs: name, with: dialler) }
    }

    /// Says goodbye; the next letter makes a new connection.
    package func hangUp() async {
        await thread.run { [self] in hangUpNow() }
    }

    private func hangUpNow() { (handle, hasLoggedIn) = (nil, false) }

    private func perform(
        _ letter: Data, from sender: EnvelopeAddress?, to recipient: EnvelopeAddress, login: Login?
    ) -> SubmissionAnswer {
        do {
            let handle = try self.handle ?? CurlHandle()
            self.handle = handle
            try handle.begin(.smtp, at: destination, path: name.text, with: dialler)
            let answer = transfer(letter, from: sender, to: recipient, login: login, by: handle)
            if answer.fault != nil { hangUpNow() }
            return answer
        } catch {
            hangUpNow()
            return SubmissionAnswer(
                code: 0, words: "", stage: .reaching, isHandedOver: false, fault: error as? DialFault ?? .broken("\(error)"))
        }
    }

    private func transfer(
        _ letter: Data, from sender: EnvelopeAddress?, to recipient: EnvelopeAddress, login: Login?, by handle: CurlHandle
    ) -> SubmissionAnswer {
        let said = LastWords()
        let source = LetterSource(letter)
        let stages = StageListening()
        said.listen(on: handle)
        handle.set(login)
        handle.set(CURLOPT_MAIL_FROM, sender.map { "<\($0.text)>" } ?? "")
        handle.set(CURLOPT_MAIL_RCPT, list: ["<\(recipient.text)>"])
        handle.set(CURLOPT_UPLOAD, 1)
        gehoor_curl_set_size(handle.easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(letter.count))
        source.give(to: handle)
        stages.listen(on: handle)
        let result = withExtendedLifetime((said, source, stages)) { curl_easy_perform(handle.easy) }
        handle.stopListening()
        // A connection that the server had ended was made anew, without a word: who logged in on the old one has not on this.
        if gehoor_curl_get_long(handle.easy, CURLINFO_NUM_CONNECTS) > 0 { hasLoggedIn = false }
        hasLoggedIn = hasLoggedIn || stages.hasTriedLogin
        let code = gehoor_curl_get_long(handle.easy, CURLINFO_RESPONSE_CODE)
        if result != CURLE_OK, login != nil, !hasLoggedIn, stages.stage != .reaching {
            // Refused because the server knew no way for us to log in.
            return SubmissionAnswer(code: code, words: said.text, stage: .reaching, isHandedOver: false, fault: .loginNotOffered)
        }
        let fault = result == CURLE_OK ? nil : handle.fault(result, deadlines: dialler.deadlines, answer: said.text)
        return SubmissionAnswer(code: code, words: said.text, stage: stages.stage, isHandedOver: source.isGiven, fault: fault)
    }
}

/// The bytes of a letter, as libcurl asks for them.
private final class LetterSource {
    private let letter: Data
    private var given = 0
    /// libcurl has them all; whether they were sent is another thing.
    private(set) var isGiven = false

    init(_ letter: Data) { self.letter = letter }

    func give(to handle: CurlHandle) {
        handle.set(CURLOPT_READDATA, pointer: Unmanaged.passUnretained(self).toOpaque())
        gehoor_curl_set_piece(handle.easy, CURLOPT_READFUNCTION) { buffer, size, count, context in
            guard let buffer, let context else { return 0 }
            return Unmanaged<LetterSource>.fromOpaque(context).takeUnretainedValue()
                .fill(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
        }
    }

    private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, letter.count - given)
        if count > 0 {
            let start = letter.startIndex + given
            letter[start..<start + count].withUnsafeBytes { buffer.copyMemory(from: $0) }
            given += count
        }
        isGiven = given == letter.count
        return count
    }
}
