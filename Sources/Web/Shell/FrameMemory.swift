import Complaints
import Markup
import Records
import Synchronization

/// A piece of the frame, by everything that it depends on.
enum FramePiece: Hashable, Sendable {
    case rail(Language, Actor, organisation: String, DeskNumbers, current: String)
    case dialogs(Language, mayRegister: Bool, [Shortcut])
    /// The form above a list that nothing narrows. `staff` is the stamp of everybody who may be chosen; `says` which names the address has.
    case filters(
        Language, natures: Int, staff: [Int64], WorklistView, WorklistFilter.Order, says: [WorklistQuery.Name])
}

/// Pieces of the frame that stand on page after page, kept as they were written.
final class FrameMemory: Sendable {
    private static let most = 500
    private let memory = Mutex<[FramePiece: HTML]>([:])

    func piece(_ key: FramePiece, _ make: () -> HTML) -> HTML {
        if let piece = memory.withLock({ $0[key] }) { return piece }
        let piece = make().writtenOut
        memory.withLock { memory in
            if memory.count >= Self.most { memory.removeAll() }
            memory[key] = piece
        }
        return piece
    }
}
