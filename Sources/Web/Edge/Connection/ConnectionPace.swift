import NIOCore
import NIOHTTP1

/// Closes connections that keep us waiting: for a head, for a body, between requests, or by not reading the answer.
///
/// Hummingbird's own idle timeout is off by default and does not see a head that drips in byte by byte. A request that
/// is being answered has no deadline here, so event streams stay open as long as their client reads them.
final class ConnectionPace: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum Incoming {
        case nothing, head
        case body(BodyPace)
    }

    private let limits: EdgeLimits
    private var incoming = Incoming.head
    private var unanswered = 0
    private var sawPart = false
    private var deadline: NIODeadline?
    private var alarm: (task: Scheduled<Void>, at: NIODeadline)?
    private var unreadAlarm: Scheduled<Void>?

    init(_ limits: EdgeLimits) { self.limits = limits }

    func handlerAdded(context: ChannelHandlerContext) {
        wait(until: .now() + limits.headTime, context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        alarm?.task.cancel()
        unreadAlarm?.cancel()
        (alarm, unreadAlarm) = (nil, nil)
    }

    // MARK: What comes in

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        sawPart = true
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            let pace = BodyPace(limits, from: .now())
            incoming = .body(pace)
            wait(until: pace.nextCheck, context)
        case .body(let bytes):
            if case .body(var pace) = incoming {
                incoming = .nothing
                pace.received(bytes.readableBytes)
                incoming = .body(pace)
            }
        case .end:
            incoming = .nothing
            waitForNextRequest(context)
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        switch incoming {
        case .nothing where !sawPart && unanswered == 0:
            incoming = .head  // bytes came that do not make a whole head yet
            wait(until: .now() + limits.headTime, context)
        case .body(var pace):
            pace.readingPaused(at: .now())
            incoming = .body(pace)
        case .nothing, .head: break
        }
        sawPart = false
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        if case .body(var pace) = incoming {
            pace.readingResumed(at: .now())
            incoming = .body(pace)
        }
        context.read()
    }

    // MARK: What goes out

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            unanswered -= 1
            if case .nothing = incoming { waitForNextRequest(context) }
        }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        unreadAlarm?.cancel()
        unreadAlarm = nil
        if !context.channel.isWritable {
            unreadAlarm = context.eventLoop.assumeIsolated().scheduleTask(in: limits.unreadTime) { context.close(promise: nil) }
        }
        context.fireChannelWritabilityChanged()
    }

    // MARK: The one alarm

    private func waitForNextRequest(_ context: ChannelHandlerContext) {
        if unanswered == 0 { wait(until: .now() + limits.idleTime, context) } else { deadline = nil }
    }

    /// Sets the deadline; the alarm is left standing when it rings earlier, so that a busy connection schedules nothing.
    private func wait(until moment: NIODeadline, _ context: ChannelHandlerContext) {
        deadline = moment
        if let alarm, alarm.at <= moment { return }
        alarm?.task.cancel()
        let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: moment) { self.ring(context) }
        alarm = (task, moment)
    }

    private func ring(_ context: ChannelHandlerContext) {
        alarm = nil
        guard let deadline else { return }
        let now = NIODeadline.now()
        guard now >= deadline else { return wait(until: deadline, context) }
        guard case .body(var pace) = incoming, case .goOn(let next) = pace.judge(at: now) else { return context.close(promise: nil) }
        incoming = .body(pace)
        wait(until: next, context)
    }
}
