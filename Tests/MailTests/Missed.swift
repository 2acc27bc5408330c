import Testing

/// Fails the test with what came instead, where a value is looked into by `guard case`.
func missed(_ found: some Any, sourceLocation: SourceLocation = #_sourceLocation) {
    Issue.record("\(found)", sourceLocation: sourceLocation)
}
