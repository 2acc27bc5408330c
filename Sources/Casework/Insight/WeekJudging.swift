import Analysis
import Complaints
import Records

/// What stands out in one whole week, by what came in until its end: of each kind of complaints, of all together, by each channel, and in how
/// they went. All that is looked at in a week is judged together, so that there are few false alarms.
struct WeekJudging {
    private enum Line: Hashable, Sendable {
        case nature(String)
        case received
    }

    /// What is no part of the weekly watch, with the chance that it is a coincidence.
    private struct Side {
        let p: Double
        let isAlarm: Bool
        let signal: KeptSignal
    }

    private let ledger: WeekLedger
    private let place: Int
    private let instant: Instant
    private var week: Day { ledger.weeks[place].monday }

    init(_ ledger: WeekLedger, _ place: Int, at instant: Instant) { (self.ledger, self.place, self.instant) = (ledger, place, instant) }

    func signals(_ designs: inout DriftDesigns) throws -> [KeptSignal] {
        let first = max(0, place - SignalsReading.depth + 2)
        let lines = lines(from: first)
        let exposures = ledger.exposures(through: place).map { Array($0[first...]) }
        let sides = channels(exposures, from: first) + shares + handling
        let watch = try WeeklyWatch(lines, exposures: exposures, beside: sides.map(\.p), designs: &designs)
        let natures = found(watch, lines) { $0 != .received }
        let others = zip(sides, watch.beside).filter { $0.isAlarm && $1 < FalseDiscovery.q }.map(\.0.signal)
        // What one kind of complaints explains is not told again of all of them.
        let isExplained = natures.contains { $0.kind == .spike }
        let totals = found(watch, lines) { $0 == .received }.filter { $0.kind != .spike || !isExplained }
        return natures + totals + others.filter { $0.subject.isCourse || !isExplained }
    }

    // MARK: Numbers

    private func lines(from first: Int) -> [(category: Line, counts: [Int])] {
        let natures = ledger.natures.map { (category: Line.nature($0.code), counts: Array($0.counts[first...place])) }
        return (natures + [(category: .received, counts: Array(ledger.received[first...place]))])
            .filter { $0.counts.contains { $0 > 0 } }
    }

    private func found(
        _ watch: WeeklyWatch<Line>, _ lines: [(category: Line, counts: [Int])], where isWanted: (Line) -> Bool
    ) -> [KeptSignal] {
        zip(watch.findings, lines).filter { isWanted($0.0.category) }.flatMap { finding, line in
            switch finding.category {
            case .nature(let code): finding.signals(.nature, about: code, line.counts, week, at: instant)
            case .received: finding.signals(.received, about: nil, line.counts, week, at: instant)
            }
        }
    }

    private func channels(_ exposures: [Double]?, from first: Int) -> [Side] {
        ledger.channels.compactMap { channel in
            guard let spike = try? Spike(Array(channel.counts[first...place]), exposures: exposures),
                !spike.cautions.contains(where: \.isGate)
            else { return nil }
            return Side(
                p: spike.p, isAlarm: spike.isAlarm,
                signal: KeptSignal(
                    .spike, .channel, about: channel.code, week: week, found: spike.count, usual: spike.usual, oneIn: oneIn(spike.p),
                    at: instant))
        }
    }

    // MARK: How they went

    private var shares: [Side] {
        [SignalSubject.contact, .term, .reopened, .satisfied].compactMap { subject in
            guard let (last, share) = ledger.share(subject, by: place), let spike = try? ShareSpike(share.wrong, of: share.all),
                !spike.cautions.contains(where: \.isGate)
            else { return nil }
            return Side(
                p: spike.p, isAlarm: spike.isAlarm,
                signal: KeptSignal(
                    .spike, subject, about: nil, week: ledger.weeks[last].monday, found: spike.count, of: share.all[last],
                    usual: spike.usual, oneIn: oneIn(spike.p), at: instant))
        }
    }

    /// Where more than half of the last weeks' are open still, there is no median to tell: 0 stands for that.
    private var handling: [Side] {
        guard let found = ledger.handling.comparison(at: place) else { return [] }
        let usual = found.earlier.median.map { Int($0.rounded()) }
        return [
            Side(
                p: found.slower, isAlarm: found.slower < Spike.alarmBelow,
                signal: KeptSignal(
                    .drift, .handling, about: nil, week: week, found: found.recent.median.map { Int($0.rounded()) } ?? 0,
                    of: found.recent.n, usual: usual.map { $0...$0 }, oneIn: oneIn(found.slower), at: instant))
        ]
    }
}

private func oneIn(_ p: Double) -> Int { p > 1e-9 ? Int((1 / p).rounded()) : 1_000_000_000 }

extension WeeklyWatch.Finding {
    fileprivate func signals(
        _ subject: SignalSubject, about: String?, _ counts: [Int], _ week: Day, at instant: Instant
    ) -> [KeptSignal] {
        var signals: [KeptSignal] = []
        if isSpike, let spike {
            signals.append(
                KeptSignal(
                    .spike, subject, about: about, week: week, found: spike.count, usual: spike.usual, oneIn: oneIn(spike.p), at: instant))
        }
        if isDrift, let drift {
            let recent = counts.suffix(max(1, drift.weeksRising))
            let mean = Double(recent.reduce(0, +)) / Double(max(1, recent.count))
            let usual = Int(drift.drift.mean.rounded(.down))...Int(drift.drift.mean.rounded(.up))
            signals.append(
                KeptSignal(
                    .drift, subject, about: about, week: week, found: Int(mean.rounded()), usual: usual, oneIn: 1000, at: instant))
        }
        return signals
    }
}
