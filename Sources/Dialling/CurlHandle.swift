import CCurl
import Foundation

/// One libcurl handle, with what holds for every connection: pinned addresses, checked certificates, no proxies, no redirects.
///
/// It belongs to one thread at a time; whoever owns it sees to that.
final class CurlHandle {
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    let easy: UnsafeMutableRawPointer
    private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    /// What libcurl may connect to, read by its own callback.
    private let pinned = PinnedAddresses()
    private(set) var destination: Destination?

    init() throws(DialFault) {
        guard Self.isReady, let easy = curl_easy_init() else { throw .broken("libcurl does not start") }
        self.easy = easy
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_easy_cleanup(easy)
        for list in lists { curl_slist_free_all(list) }
        errorText.deallocate()
    }

    /// Forgets the options of what was done before; open connections stay.
    func begin(_ spoken: SpokenProtocol, at destination: Destination, path: String = "", with dialler: Dialler) throws(DialFault) {
        curl_easy_reset(easy)
        for list in lists { curl_slist_free_all(list) }
        lists = []
        errorText[0] = 0
        self.destination = destination
        set(CURLOPT_ERRORBUFFER, pointer: errorText)
        set(CURLOPT_URL, destination.url(spoken, path: path))
        set(CURLOPT_PROTOCOLS_STR, "https,smtp,smtps,imap,imaps")
        set(CURLOPT_PROXY, "")
        set(CURLOPT_NOPROXY, "*")
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        setDeadlines(dialler.deadlines)
        try setSecurity(destination.security, certificateFile: dialler.certificateFile)
        try pin(destination, with: dialler)
    }

    private func setDeadlines(_ deadlines: DialDeadlines) {
        set(CURLOPT_CONNECTTIMEOUT, deadlines.connecting)
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, deadlines.silence)
        set(CURLOPT_LOW_SPEED_LIMIT, 100)
        set(CURLOPT_LOW_SPEED_TIME, deadlines.silence)
        set(CURLOPT_TIMEOUT, deadlines.total)
    }

    private func setSecurity(_ security: TransportSecurity, certificateFile: String?) throws(DialFault) {
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_USE_SSL, Int(security == .none ? CURLUSESSL_NONE.rawValue : CURLUSESSL_ALL.rawValue))
        guard let certificateFile else { return }
        guard access(certificateFile, R_OK) == 0 else { throw .unreadableCertificates(path: certificateFile) }
        set(CURLOPT_CAINFO, certificateFile)
        gehoor_curl_set_text(easy, CURLOPT_CAPATH, nil)
    }

    /// Resolves once, and leaves libcurl nothing else to connect to.
    private func pin(_ destination: Destination, with dialler: Dialler) throws(DialFault) {
        let addresses = try Resolving.addresses(of: destination.host, by: dialler.policy, within: dialler.deadlines.connecting)
        pinned.addresses = addresses
        if NetworkAddress(literal: destination.host.text) == nil {
            let list = addresses.map { $0.bytes.count == 4 ? "\($0)" : "[\($0)]" }.joined(separator: ",")
            set(CURLOPT_RESOLVE, list: ["\(destination.host.text):\(destination.port):\(list)"])
        }
        set(CURLOPT_OPENSOCKETDATA, pointer: Unmanaged.passUnretained(pinned).toOpaque())
        gehoor_curl_set_open(easy) { context, purpose, address in
            guard let context, let address, purpose == CURLSOCKTYPE_IPCXN else { return CURL_SOCKET_BAD }
            let pinned = Unmanaged<PinnedAddresses>.fromOpaque(context).takeUnretainedValue()
            let found = withUnsafePointer(to: &address.pointee.addr) { NetworkAddress($0, length: Int(address.pointee.addrlen)) }
            guard let found, pinned.addresses.contains(found) else { return CURL_SOCKET_BAD }
            // The kinds of sockets are an enumeration to Swift; libcurl gives the number.
            return socket(address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
        }
    }

    /// Before what listens goes away.
    func stopListening() {
        set(CURLOPT_VERBOSE, 0)
        gehoor_curl_set_debug(easy, nil)
        gehoor_curl_set_piece(easy, CURLOPT_HEADERFUNCTION, nil)
        gehoor_curl_set_pointer(easy, CURLOPT_HEADERDATA, nil)
    }

    func set(_ login: Login?) {
        guard let login else { return }
        set(CURLOPT_USERNAME, login.user)
        switch login {
        case .password(_, let password): set(CURLOPT_PASSWORD, password.revealed)
        case .token(_, let token): set(CURLOPT_XOAUTH2_BEARER, token.revealed)
        }
    }

    func set(_ option: CURLoption, _ value: Int) { gehoor_curl_set_long(easy, option, value) }
    func set(_ option: CURLoption, _ text: String) { gehoor_curl_set_text(easy, option, text) }
    func set(_ option: CURLoption, pointer: UnsafeMutableRawPointer) { gehoor_curl_set_pointer(easy, option, pointer) }

    func set(_ option: CURLoption, list: [String]) {
        var head: UnsafeMutablePointer<curl_slist>?
        for line in list { head = curl_slist_append(head, line) ?? head }
        guard let head else { return }
        lists.append(head)
        gehoor_curl_set_list(easy, option, head)
    }

    /// libcurl's own words about what went wrong.
    var errorWords: String {
        ServerWords.tidy(UnsafeBufferPointer(start: errorText, count: strlen(errorText)).map { UInt8(bitPattern: $0) })
    }
}

/// The addresses that a name had when it was looked up.
private final class PinnedAddresses {
    var addresses: [NetworkAddress] = []
}
