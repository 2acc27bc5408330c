import Dispatch
import Foundation
import Synchronization

/// Names to addresses, once for each connection.
enum Resolving {
    /// The addresses of a host that may be reached; throws when there are none.
    static func addresses(
        of host: HostName, by policy: AddressPolicy, within seconds: Int
    ) throws(DialFault) -> [NetworkAddress] {
        let all = NetworkAddress(literal: host.text).map { [$0] } ?? ask(for: host.text, within: seconds)
        guard let all else { throw .noAnswer(seconds: seconds) }
        guard let first = all.first else { throw .unknownHost(host.text) }
        let allowed = all.filter { policy.allows($0, of: host) }
        guard !allowed.isEmpty else { throw .forbiddenAddress(host: host.text, kind: AddressKind(first)) }
        return allowed
    }

    /// Nil when the system takes longer than `seconds`: its own question can't be stopped, so it is left to end by itself.
    private static func ask(for name: String, within seconds: Int) -> [NetworkAddress]? {
        let answer = Answer()
        let thread = Thread {
            answer.found.withLock { $0 = ask(for: name) }
            answer.done.signal()
        }
        thread.start()
        guard answer.done.wait(timeout: .now() + .seconds(seconds)) == .success else { return nil }
        return answer.found.withLock { $0 }
    }

    private final class Answer: Sendable {
        let found = Mutex<[NetworkAddress]>([])
        let done = DispatchSemaphore(value: 0)
    }

    private static func ask(for name: String) -> [NetworkAddress] {
        var hints = addrinfo()
        hints.ai_flags = AI_ADDRCONFIG
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var addresses: [NetworkAddress] = []
        var next = list
        while let entry = next {
            // Each comes once for every kind of socket.
            if let address = entry.pointee.ai_addr.flatMap({ NetworkAddress($0, length: Int(entry.pointee.ai_addrlen)) }) {
                if !addresses.contains(address) { addresses.append(address) }
            }
            next = entry.pointee.ai_next
        }
        return addresses
    }
}
