import CCurl

/// What a server said while libcurl spoke with it: the last refusal when there was one, otherwise its last line.
final class LastWords {
    private var last = ""
    private var refusal: String?
    var text: String { refusal ?? last }

    func listen(on handle: CurlHandle) {
        handle.set(CURLOPT_HEADERDATA, pointer: Unmanaged.passUnretained(self).toOpaque())
        gehoor_curl_set_piece(handle.easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return size * count }
            Unmanaged<LastWords>.fromOpaque(context).takeUnretainedValue().note(UnsafeRawBufferPointer(start: bytes, count: size * count))
            return size * count
        }
        // What else libcurl would print on standard output.
        gehoor_curl_set_piece(handle.easy, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
    }

    private func note(_ line: UnsafeRawBufferPointer) {
        last = ServerWords.withoutTag(ServerWords.tidy(line))
        // After a refusal there is still a goodbye.
        if last.utf8.first == UInt8(ascii: "4") || last.utf8.first == UInt8(ascii: "5") { refusal = last }
    }
}
