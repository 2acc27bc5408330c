import NIOCore
import NIOHTTP1

/// Tells a client that asks first (`Expect: 100-continue`, as curl does for large bodies) to go ahead; it would wait a second otherwise.
final class ContinueAnswer: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data), head.version == .http1_1, head.headers[canonicalForm: "expect"] == ["100-continue"]
        {
            context.writeAndFlush(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
        }
        context.fireChannelRead(data)
    }
}
