import CCurl
import Foundation

extension CurlHandle {
    /// What a result of libcurl means.
    ///
    /// - Parameter answer: the last thing the server said.
    func fault(_ code: CURLcode, deadlines: DialDeadlines, answer: String = "") -> DialFault {
        let host = destination?.host.text ?? ""
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return .unknownHost(host)
        case CURLE_COULDNT_CONNECT: return connectingFault(host)
        case CURLE_OPERATION_TIMEDOUT: return timeFault(deadlines)
        case CURLE_PEER_FAILED_VERIFICATION: return .certificate(certificateFault)
        case CURLE_SSL_CACERT_BADFILE: return .unreadableCertificates(path: host)
        case CURLE_SSL_CONNECT_ERROR: return .tlsFailed(errorWords)
        case CURLE_USE_SSL_FAILED: return .noTLSOffered
        case CURLE_LOGIN_DENIED: return errorWords.contains("supported") ? .loginNotOffered : .loginRefused(answer: answer)
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE: return .closed
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL: return .strangeAnswer(answer.isEmpty ? errorWords : answer)
        default:
            let words = errorWords
            return .broken(words.isEmpty ? ServerWords.tidy(String(cString: curl_easy_strerror(code)).utf8) : words)
        }
    }

    private func connectingFault(_ host: String) -> DialFault {
        switch Int32(gehoor_curl_get_long(easy, CURLINFO_OS_ERRNO)) {
        case ECONNREFUSED: .refused(host: host, port: destination?.port ?? 0)
        case EHOSTUNREACH, ENETUNREACH: .unreachable(host: host)
        default: .refused(host: host, port: destination?.port ?? 0)
        }
    }

    /// Silence and slowness are told apart by how long it took.
    private func timeFault(_ deadlines: DialDeadlines) -> DialFault {
        let took = gehoor_curl_get_seconds(easy, CURLINFO_TOTAL_TIME_T)
        if took >= Double(deadlines.total) - 0.5 { return .tooSlow(seconds: deadlines.total) }
        let isConnected = gehoor_curl_get_seconds(easy, CURLINFO_CONNECT_TIME_T) > 0
        return .noAnswer(seconds: isConnected ? deadlines.silence : deadlines.connecting)
    }

    /// OpenSSL's numbers (X509_V_ERR_…); a wrong name is found by libcurl itself.
    private var certificateFault: DialFault.CertificateFault {
        let words = errorWords
        if words.contains("no alternative certificate subject name") || words.contains("does not match") { return .ofAnotherName }
        return switch gehoor_curl_get_long(easy, CURLINFO_SSL_VERIFYRESULT) {
        case 9: .notYetValid
        case 10: .expired
        case 18, 19: .selfSigned
        case 2, 20, 21: .ofUnknownIssuer
        case 23: .revoked
        case 62, 64: .ofAnotherName
        default: .unusable
        }
    }
}
