import NIOCore

/// Events as `text/event-stream` writes them. JSON holds no line breaks, so one line of data is all of it.
enum LiveEvent {
    /// The first line: how long a browser waits before it asks again, in milliseconds.
    static let hello = ByteBuffer(string: "retry: 4000\n\n")
    /// Keeps proxies and routers from thinking that nobody is there.
    static let heartbeat = ByteBuffer(string: ": \n\n")
    /// There is no more to come, and asking again is no use.
    static let end = ByteBuffer(string: "event: end\ndata: \n\n")

    static func named(_ name: StaticString, _ json: [UInt8]) -> ByteBuffer {
        var event = ByteBuffer(string: "event: \(name)\ndata: ")
        event.writeBytes(json)
        event.writeString("\n\n")
        return event
    }

    static func named(_ name: StaticString, _ members: (inout JSONWriter) -> Void) -> ByteBuffer {
        var json = JSONWriter()
        json.object(members)
        return named(name, json.bytes)
    }
}
