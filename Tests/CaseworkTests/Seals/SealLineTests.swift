import Casework
import Complaints
import Crypto
import Foundation
import Records
import Rehearsal
import Testing

/// A seal is one line, written one way.
@Suite struct `The line of a seal` {
    private static let heads = ["482719368", "000896700"].compactMap { number in
        ComplaintNumber(parsing: number).map { SealedHead(number: $0, entries: 3, head: [UInt8](repeating: 7, count: 32)) }
    }

    private func seal(ordinal: Int = 2, previous: [UInt8]? = [UInt8](repeating: 1, count: 32), changed: [SealedHead] = heads) throws -> Seal
    {
        let contents = SealContents(
            ordinal: ordinal, madeAt: TestClock.start, complaints: 2, entries: 6, root: [UInt8](repeating: 9, count: 32),
            previous: previous, changed: changed)
        return try Seal(contents, signedBy: Curve25519.Signing.PrivateKey())
    }

    @Test func `is read back as it was written, and signed`() throws {
        for seal in [try seal(), try seal(ordinal: 1, previous: nil, changed: [])] {
            let read = try #require(Seal(line: seal.line))
            #expect(read == seal)
            #expect(read.isSigned)
            #expect(read.digest == Array(SHA256.hash(data: Data("\(seal.line)\n".utf8))))
        }
        #expect(try seal().line.hasPrefix("gehoor-seal-1 2 2026-11-20T09:15:00Z 2 6 0909"))
        #expect(Self.heads.count == 2)
    }

    @Test func `with any character changed is no seal, or not signed`() throws {
        let bytes = Array(try seal().line.utf8)
        for place in bytes.indices {
            for change in [UInt8(ascii: "0"), UInt8(ascii: " "), UInt8(ascii: "f")] where bytes[place] != change {
                var altered = bytes
                altered[place] = change
                let read = Seal(line: String(decoding: altered, as: UTF8.self))
                #expect(read?.isSigned != true, "\(place)")
            }
        }
    }

    @Test(arguments: [
        ("gehoor-seal-1", "gehoor-seal-2"), (" 2 2026", "  2 2026"), (" 2 2026", " +2 2026"), (" 2 2026", " 02 2026"),
        (" 2 2026", " 0 2026"), (" 2 2026", " 1000001 2026"), (" 2 6 ", " 2 -6 "), ("T09:15:00Z", "T10:15:00+01:00"), ("0909", "0A09"),
        ("482719368", "4827-1936-8"), ("482719368:3", "482719368:03"), ("482719368:3", "482719367:3"), ("482719368:3", "482719368:0"),
        (",", ",,"), ("gehoor", "# gehoor"),
    ])
    func `written otherwise is no seal`(change: (String, String)) throws {
        let line = try seal().line
        let altered = line.replacing(change.0, with: change.1)
        #expect(altered != line)
        #expect(Seal(line: altered) == nil)
    }

    @Test func `of which a part is missing is no seal`() throws {
        let fields = try seal().line.split(separator: " ")
        for index in fields.indices {
            var rest = fields
            rest.remove(at: index)
            #expect(Seal(line: rest.joined(separator: " ")) == nil)
        }
        #expect(Seal(line: "") == nil)
    }

    /// The roots that Certificate Transparency's own tests have for these leaves.
    @Test func `sums up as RFC 6962 does`() {
        let leaves: [[UInt8]] = [
            [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57), Array(0x60...0x6F),
        ]
        let roots = [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        var tree = MerkleRoot()
        #expect(EntryHash.hex(tree.hash) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        for (leaf, root) in zip(leaves, roots) {
            tree.add(String(decoding: leaf, as: UTF8.self))
            #expect(EntryHash.hex(tree.hash) == root)
        }
    }
}
