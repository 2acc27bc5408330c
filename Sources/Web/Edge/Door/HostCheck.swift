import HTTPTypes
import Hummingbird

/// Holds a request's Host against the base URL: a missing, double or malformed one is a 400, another house's a 421 (RFC 9110 §15.5.20).
///
/// Hummingbird takes any Host, and none; links in mails and the check of origins must not follow what a stranger writes there.
struct HostCheck {
    enum Fault: Equatable {
        case missing, doubled, malformed, foreign
    }

    let base: BaseURL

    func fault(in head: HTTPRequest) -> Fault? {
        guard let host = head.authority else { return .missing }
        // The first Host has become the authority; any other one is still among the fields.
        guard head.headerFields[.host] == nil else { return .doubled }
        guard let authority = Authority(host.utf8) else { return .malformed }
        return base.admits(authority) ? nil : .foreign
    }
}
