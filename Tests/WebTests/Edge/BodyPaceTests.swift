import NIOCore
import Testing

@testable import Web

@Suite struct `The pace of a body` {
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000)

    @Test func `enough bytes in a window go on, too few do not`() {
        var pace = BodyPace(EdgeLimits(), from: start)
        pace.received(10_240)
        #expect(pace.judge(at: start + .seconds(10)) == .goOn(until: start + .seconds(20)))
        pace.received(10_239)
        #expect(pace.judge(at: start + .seconds(20)) == .tooSlow)
    }

    @Test func `time in which the server did not read does not count`() {
        var pace = BodyPace(EdgeLimits(), from: start)
        pace.received(2_048)
        pace.readingPaused(at: start + .seconds(2))
        #expect(pace.judge(at: start + .seconds(10)) == .goOn(until: start + .seconds(20)))
        pace.readingResumed(at: start + .seconds(19))
        pace.received(1_024)
        #expect(pace.judge(at: start + .seconds(20)) == .goOn(until: start + .seconds(30)))
    }

    @Test func `ten minutes are the most, however fast`() {
        var pace = BodyPace(EdgeLimits(), from: start)
        pace.received(1 << 30)
        #expect(pace.judge(at: start + .minutes(10)) == .tooSlow)
    }
}
