import CCurl
import Foundation

/// An open connection to another machine: TLS and login are done by libcurl, what is said from then on by whoever holds the line.
///
/// Everything here waits; it runs on a thread of its own.
package final class Line {
    private let handle: CurlHandle
    private let deadlines: DialDeadlines

    /// Connects, greets and logs in.
    package init(
        _ spoken: SpokenProtocol, at destination: Destination, login: Login?, greetingAs name: HostName? = nil, with dialler: Dialler
    ) throws(DialFault) {
        handle = try CurlHandle()
        deadlines = dialler.deadlines
        let said = LastWords()
        try handle.begin(spoken, at: destination, path: spoken == .smtp ? name?.text ?? "" : "", with: dialler)
        handle.set(login)
        handle.set(CURLOPT_CONNECT_ONLY, 1)
        // Connecting, TLS, greeting and login together.
        handle.set(CURLOPT_TIMEOUT, max(dialler.deadlines.connecting, dialler.deadlines.silence))
        let stages = StageListening()
        said.listen(on: handle)
        stages.listen(on: handle)
        let result = withExtendedLifetime((said, stages)) { curl_easy_perform(handle.easy) }
        handle.stopListening()
        guard result == CURLE_OK else {
            let fault = handle.fault(result, deadlines: dialler.deadlines, answer: said.text)
            if case .tooSlow = fault { throw .noAnswer(seconds: max(dialler.deadlines.connecting, dialler.deadlines.silence)) }
            throw fault
        }
        if spoken == .smtp, login != nil, !stages.hasTriedLogin { throw .loginNotOffered }
    }

    /// Says all of it.
    package func send(_ bytes: [UInt8]) throws(DialFault) {
        var sent = 0
        while sent < bytes.count {
            var count = 0
            let result = bytes.withUnsafeBytes { curl_easy_send(handle.easy, $0.baseAddress?.advanced(by: sent), $0.count - sent, &count) }
            sent += count
            switch result {
            case CURLE_OK: continue
            case CURLE_AGAIN: try wait(for: Int16(POLLOUT))
            default: throw handle.fault(result, deadlines: deadlines)
            }
        }
    }

    /// What comes next: at least one byte, at most 64 KiB. Throws `.closed` at the end, `.noAnswer` after too long a silence.
    package func receive() throws(DialFault) -> [UInt8] {
        while true {
            var count = 0
            var result = CURLE_OK
            let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
                result = curl_easy_recv(handle.easy, buffer.baseAddress, buffer.count, &count)
                filled = result == CURLE_OK ? count : 0
            }
            switch result {
            case CURLE_OK where count > 0: return bytes
            case CURLE_OK: throw .closed
            case CURLE_AGAIN: try wait(for: Int16(POLLIN))
            default: throw handle.fault(result, deadlines: deadlines)
            }
        }
    }

    private func wait(for event: Int16) throws(DialFault) {
        let socket = gehoor_curl_get_socket(handle.easy)
        guard socket != CURL_SOCKET_BAD else { throw .closed }
        var entry = pollfd(fd: socket, events: event, revents: 0)
        let ready = poll(&entry, 1, Int32(deadlines.silence) * 1000)
        if ready == 0 { throw .noAnswer(seconds: deadlines.silence) }
        if ready < 0, errno != EINTR { throw .closed }
    }
}
