import Foundation

/// A letter as Python's own mail package reads it: an opinion that is not GMime's.
struct PythonMail: Decodable {
    let defects: Int
    let subject: String
    let from: String
    let text: String
    let html: String
    let files: [String]
    let types: [String]

    private static let program = """
        import email, email.policy, json, sys
        mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
        parts = list(mail.walk())
        address = mail["From"].addresses[0]
        body = lambda kind: mail.get_body((kind,)).get_content().replace("\\r\\n", "\\n")
        print(json.dumps({
            "defects": sum(len(part.defects) for part in parts), "subject": mail["Subject"],
            "from": f"{address.display_name} <{address.addr_spec}>", "text": body("plain"), "html": body("html"),
            "files": [part.get_filename() for part in mail.iter_attachments()], "types": [part.get_content_type() for part in parts]}))
        """

    static func read(_ bytes: Data) async throws -> PythonMail {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", program]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: bytes)
        try input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return try JSONDecoder().decode(PythonMail.self, from: answer)
    }
}
