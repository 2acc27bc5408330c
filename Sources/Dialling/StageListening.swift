import CCurl

/// Learns from the commands that libcurl sends how far it came. Of each it looks at four letters, so no secret stays here.
final class StageListening {
    private(set) var stage = SubmissionStage.reaching
    /// A login was tried: servers that offer none are not told of one, and libcurl goes on without.
    private(set) var hasTriedLogin = false

    func listen(on handle: CurlHandle) {
        handle.set(CURLOPT_VERBOSE, 1)
        handle.set(CURLOPT_DEBUGDATA, pointer: Unmanaged.passUnretained(self).toOpaque())
        gehoor_curl_set_debug(handle.easy) { _, kind, bytes, count, context in
            if kind == CURLINFO_HEADER_OUT, let bytes, let context {
                let command = UnsafeRawBufferPointer(start: bytes, count: min(count, 4))
                Unmanaged<StageListening>.fromOpaque(context).takeUnretainedValue().note(String(decoding: command, as: UTF8.self))
            }
            return 0
        }
    }

    private func note(_ command: String) {
        switch command {
        case "AUTH": hasTriedLogin = true
        case "MAIL": stage = .sender
        case "RCPT": stage = .recipient
        case "DATA": stage = .letter
        default: break
        }
    }
}
