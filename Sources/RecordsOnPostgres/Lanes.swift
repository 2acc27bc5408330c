import Foundation
import Records

/// Threads that each keep a connection and do one piece of work after another: libpq waits where it is called, and nothing that serves
/// pages may wait. A thread is made when there is work that none of the others is free for.
final class Lanes: @unchecked Sendable {
    enum Work { case read, write, alone }
    typealias Job = @Sendable (Lane) -> Void

    private struct Waiting {
        var reads: [Job] = []
        var writes: [Job] = []
        var alone: [Job] = []

        var count: Int { reads.count + writes.count + alone.count }
    }

    private let address: PostgresAddress
    private let outage = Outage()
    let waits = WaitCount()
    private let limit: Int
    private let condition = NSCondition()
    // Everything below is looked at and changed with the condition held.
    private var waiting = Waiting()
    private var threads = 0
    private var starting = 0
    /// Threads without work. Whoever came last goes first: its connection, and the process at the other end, still have at hand what they need.
    private var idle: [DispatchSemaphore] = []
    /// Those that were called and are not up yet.
    private var woken = 0
    private var running = 0
    private var writing = 0
    private var isAlone = false
    private var isClosed = false
    private var isWritesTurn = true

    /// - Parameter limit: at most so many connections.
    init(_ address: PostgresAddress, limit: Int) {
        self.address = address
        self.limit = max(2, limit)
    }

    /// Writes leave a quarter of the lanes to reads, and reads to writes.
    private var mostWriting: Int { max(1, limit - limit / 4) }

    /// Puts work in line. False when this is closed.
    ///
    /// - Parameter prepare: what must be done before it can be begun, and only if it will be.
    func add(_ work: Work, _ job: @escaping Job, whenAdded prepare: () -> Void = {}) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        if isClosed { return false }
        prepare()
        switch work {
        case .read: waiting.reads.append(job)
        case .write: waiting.writes.append(job)
        case .alone: waiting.alone.append(job)
        }
        // Those that are woken or made for what already waits are free for nothing else.
        if waiting.count > idle.count + woken + starting, threads < limit { addThread() }
        wake(1)
        return true
    }

    /// Takes no more work, and calls `done` when what was there is done and every connection is closed.
    func close(_ done: @escaping @Sendable () -> Void) {
        condition.lock()
        isClosed = true
        wake(idle.count)
        condition.unlock()
        Thread.detachNewThread { [self] in
            condition.lock()
            while threads > 0 { condition.wait() }
            condition.unlock()
            done()
        }
    }

    private func wake(_ count: Int) {
        for thread in idle.suffix(count) { thread.signal() }
        woken += min(count, idle.count)
        idle.removeLast(min(count, idle.count))
    }

    private func addThread() {
        threads += 1
        starting += 1
        let thread = Thread { [self] in work() }
        thread.name = "gehoor-postgres"
        thread.stackSize = 4 << 20
        thread.start()
    }

    private func work() {
        let lane = Lane(address, outage, waits)
        let call = DispatchSemaphore(value: 0)
        condition.lock()
        starting -= 1
        while let (work, job) = next(call) {
            running += 1
            if work == .write { writing += 1 }
            if work == .alone { isAlone = true }
            condition.unlock()
            job(lane)
            condition.lock()
            running -= 1
            if work == .write { writing -= 1 }
            if work == .alone { isAlone = false }
            if !waiting.alone.isEmpty || work == .alone { wake(idle.count) }
        }
        lane.close()
        threads -= 1
        condition.broadcast()
        condition.unlock()
    }

    /// Waits for work; nil when there will be no more.
    private func next(_ call: DispatchSemaphore) -> (Work, Job)? {
        while true {
            if let found = take() { return found }
            if isClosed, waiting.count == 0 { return nil }
            idle.append(call)
            condition.unlock()
            call.wait()
            condition.lock()
            woken -= 1
        }
    }

    private func take() -> (Work, Job)? {
        if isAlone { return nil }
        if !waiting.alone.isEmpty { return running == 0 ? (.alone, waiting.alone.removeFirst()) : nil }
        isWritesTurn.toggle()
        let mayWrite = !waiting.writes.isEmpty && writing < mostWriting
        if mayWrite, isWritesTurn || waiting.reads.isEmpty { return (.write, waiting.writes.removeFirst()) }
        if !waiting.reads.isEmpty { return (.read, waiting.reads.removeFirst()) }
        return mayWrite ? (.write, waiting.writes.removeFirst()) : nil
    }
}
