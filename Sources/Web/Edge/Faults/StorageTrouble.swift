/// An error that means the disk or the database cannot take work now (full, read-only, gone): the visitor is told to try again.
package protocol StorageTrouble: Error {}
