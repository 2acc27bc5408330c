import Complaints

/// What a write has asked once and need not ask again before it ends: writes that share a transaction all begin with the same questions, and
/// each is a trip over the network.
package final class WriteMemory {
    /// What is set can change only by the write itself, as far as the write is concerned.
    var settingsStamp: Int?
    /// Numbers that no complaint had a moment ago. Should another write take one meanwhile, the key refuses the second of the two, which
    /// is carried out once more.
    var freeNumbers: [ComplaintNumber] = []

    package init() {}
}
