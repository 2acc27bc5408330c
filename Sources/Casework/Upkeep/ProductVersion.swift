/// The version of this program, as `--version` and the status page tell it.
package enum ProductVersion {
    package static let number = "0.1.0"
}
