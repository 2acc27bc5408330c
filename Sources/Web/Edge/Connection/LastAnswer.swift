import NIOCore
import NIOHTTP1

/// Ends the connection after an answer that says `Connection: close`, and after any answer to an HTTP/1.0 client.
///
/// Only our side is closed at first, so that the client can still read the answer while its own bytes arrive; `ConnectionPace`
/// closes the rest. Hummingbird looks at the request's header only.
final class LastAnswer: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private var isLast = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data), head.version.major == 1, head.version.minor == 0 { isLast = true }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if head.headers[canonicalForm: "connection"].contains("close") {
                isLast = true
            } else if isLast {
                head.headers.replaceOrAdd(name: "connection", value: "close")
            }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end where isLast:
            context.write(data, promise: promise)
            context.flush()
            context.close(mode: .output, promise: nil)
        case .body, .end:
            context.write(data, promise: promise)
        }
    }
}
