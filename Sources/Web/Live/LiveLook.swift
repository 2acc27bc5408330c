import Casework
import Complaints
import NIOCore
import Records

/// One look at everything that these pages show.
struct LiveLook {
    /// A list as one reader sees it; the board where there is no query.
    private struct ListKey: Hashable {
        let actor: Actor
        let query: WorklistQuery?
    }

    let workplace: Workplace
    let streams: [LiveStream]

    func look() async throws -> LiveBeat.Work {
        var work = LiveBeat.Work()
        for (file, watching) in Dictionary(grouping: streams.filter { $0.file != nil }, by: \.file) {
            guard let file else { continue }
            try await look(at: file, for: watching)
            work.files += 1
            await Task.yield()
        }
        var lists: [ListKey: [LiveStream]] = [:]
        for stream in streams {
            switch stream.subject {
            case .list(let query): lists[ListKey(actor: stream.member.actor, query: query), default: []].append(stream)
            case .board: lists[ListKey(actor: stream.member.actor, query: nil), default: []].append(stream)
            case .file: break
            }
        }
        for (key, watching) in lists {
            let list = try await list(key)
            for stream in watching { tell(stream, list) }
            work.lists += 1
            await Task.yield()
        }
        return work
    }

    // MARK: Files

    private func look(at file: ComplaintID, for watching: [LiveStream]) async throws {
        let workplace = workplace
        let (state, company, zone) = try await workplace.read { snapshot, house in
            guard let state = try snapshot.fileState(of: file) else { return (FileState?.none, Company(), house.calendar.zone) }
            let company = Company(
                at: file, state, now: workplace.office.clock.now(), workplace.presence, drafts: try snapshot.drafts(on: file),
                staff: try workplace.knownStaff.all(in: snapshot).members)
            return (state, company, house.calendar.zone)
        }
        for stream in watching {
            guard let state, state.isVisible(to: stream.member.actor) else {
                stream.send(LiveEvent.end)
                stream.end()
                continue
            }
            tell(stream, state)
            let words = company.words(for: stream.member.id, Wording(stream.member.language), zone)
            let event = LiveEvent.named("company") { $0.member("said", words) }
            stream.tell(event) { told in
                defer { (told.company, told.isFresh) = (words, false) }
                return told.company != words || told.isFresh
            }
        }
    }

    private func tell(_ stream: LiveStream, _ state: FileState) {
        stream.tell(LiveEvent.named("moved") { $0.member("sequence", state.sequence) }) { told in
            defer { told.sequence = max(told.sequence, state.sequence) }
            return state.sequence > told.sequence
        }
    }

    // MARK: Lists

    /// What the list holds now: the numbers of its rows with how far each has come, and the numbers of the rail.
    private func list(_ key: ListKey) async throws -> [UInt8] {
        let workplace = workplace
        let (rows, isFull, count, numbers) = try await workplace.read { snapshot, house in
            let now = workplace.now(in: house)
            let reader = workplace.reader(for: key.actor, now: now, in: house)
            let since = house.procedure.waitingTooLong(at: now, on: house.calendar)
            let numbers = try DeskCounts.read(for: key.actor, reader: reader, waitingSince: since, in: snapshot)
            guard let query = key.query else {
                let board = try BoardContent(reader, in: house, now: now, in: snapshot)
                return (board.rows, true, board.count, numbers)
            }
            let (filter, _) = query.filter(today: now.day, zone: house.calendar.zone)
            let page = try snapshot.worklist(filter, for: reader, limit: WorklistQuery.pageSize, after: query.cursor)
            let count = try snapshot.worklistCount(filter, for: reader, upTo: query.mostCounted + 1)
            return (page.rows, page.next != nil || query.cursor != nil, count, numbers)
        }
        var json = JSONWriter()
        json.object { json in
            json.array("rows") { json in
                for row in rows { json.value(row.mark) }
            }
            json.member("isFull", isFull)
            json.member("count", count)
            json.array("rail") { json in
                for view in WorklistView.counted(for: key.actor) {
                    json.array { json in
                        json.value(Paths.worklist(view))
                        json.value(numbers.shown(view) ?? "")
                    }
                }
            }
        }
        return json.bytes
    }

    private func tell(_ stream: LiveStream, _ list: [UInt8]) {
        stream.tell(LiveEvent.named("list", list)) { told in
            defer { (told.list, told.isFresh) = (list, false) }
            return told.list != list
        }
    }
}
