/// What the status page says about the engine.
package struct EngineHealth: Hashable, Sendable {
    /// Name and version.
    package let name: String
    /// The live value of the setting by which acknowledged work survives a power cut.
    package let durability: String
    /// Whether that value does.
    package let isDurable: Bool
    /// Bytes that the store takes.
    package let size: Int64

    package init(name: String, durability: String, isDurable: Bool, size: Int64) {
        (self.name, self.durability, self.isDurable, self.size) = (name, durability, isDurable, size)
    }
}
