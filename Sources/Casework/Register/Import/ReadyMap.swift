/// The maps that come with the program, for what others export.
package enum ReadyMap: String, CaseIterable, Sendable {
    case zammad, osticket, freescout
    case requestTracker = "request-tracker"

    /// As a person would write it: to be read, copied and changed.
    package var yaml: String {
        switch self {
        case .zammad: Self.zammadText
        case .osticket: Self.osticketText
        case .freescout: Self.freescoutText
        case .requestTracker: Self.requestTrackerText
        }
    }

    // Zammad's own spreadsheet holds no e-mail address and no message, so the map is for a query.
    private static let zammadText = """
        # Zammad. Its spreadsheet (lib/excel_sheet/ticket.rb) has neither message nor e-mail address; this takes what the
        # following writes (tables: db/migrate/20120101000010_create_ticket.rb, db/migrate/20120101000001_create_base.rb):
        #   psql zammad --csv -c "SELECT t.number, t.title, regexp_replace(a.body, '<[^>]+>', ' ', 'g') AS body, s.name AS state,
        #     t.created_at, t.first_response_at, t.close_at, y.name AS channel, c.firstname, c.lastname, c.email, c.phone,
        #     o.name AS organization, w.email AS owner
        #     FROM tickets t JOIN users c ON c.id = t.customer_id JOIN users w ON w.id = t.owner_id
        #     JOIN ticket_states s ON s.id = t.state_id LEFT JOIN organizations o ON o.id = t.organization_id
        #     LEFT JOIN ticket_article_types y ON y.id = t.create_article_type_id
        #     JOIN ticket_articles a ON a.id = (SELECT min(id) FROM ticket_articles WHERE ticket_id = t.id)"
        # A merged ticket is refused: its complaint is the other one.
        source: zammad
        zone: UTC
        dates: [iso]
        fields:
          reference: number
          receivedAt: created_at
          channel: channel
          story: [title, body]
          customer.name: [firstname, lastname]
          customer.email: email
          customer.phone: phone
          customer.organisation: organization
          handler: owner
          phase: state
          contact.at: first_response_at
          closedAt: close_at
        values:
          phase: {new: open, "pending reminder": open, "pending close": open}
          channel: {"*": api, email: email, phone: phone, web: web}
        defaults:
          contact.outcome: message-sent

        """

    private static let osticketText = """
        # osTicket: Tickets, Export, all columns (getExportableFields in include/class.queue.php), in English. The message itself is
        # not exported, only the subject. Agents are exported by name; to keep them, add to `fields` the line
        # `handler: Agent Assigned` and to `values` a line such as `handler: {"Jan Vos": jan@example.nl}`.
        # Where the database's clock is not the office's, add `zone: UTC`.
        source: osticket
        dates: [iso]
        fields:
          reference: Ticket Number
          receivedAt: Date Created
          channel: Source
          story: [Subject, Help Topic]
          customer.name: From
          customer.email: From Email
          phase: Current Status
          closedAt: Closed Date
        values:
          phase: {Open: open, Resolved: resolved, Closed: closed, Archived: closed}
          channel: {Web: web, Email: email, Phone: phone, API: api, Other: api}

        """

    private static let freescoutText = """
        # FreeScout. Exporting is an extra module; this takes a CSV with a header row, in UTF-8, of the following query
        # (tables: database/migrations/2018_07_11_010333_create_conversations_table.php, …_create_customers_table.php,
        # …_create_emails_table.php, …_create_threads_table.php; numbers of status and type: app/Conversation.php):
        #   SELECT c.number, c.subject, t.body, c.status, c.type, c.created_at, c.closed_at, k.first_name, k.last_name, k.company,
        #     (SELECT min(email) FROM emails WHERE customer_id = k.id) AS email, u.email AS user_email
        #     FROM conversations c JOIN customers k ON k.id = c.customer_id LEFT JOIN users u ON u.id = c.user_id
        #     JOIN threads t ON t.id = (SELECT min(id) FROM threads WHERE conversation_id = c.id) WHERE c.state = 2
        # Spam (status 4) is refused.
        source: freescout
        zone: UTC
        dates: [iso]
        fields:
          reference: number
          receivedAt: created_at
          channel: type
          story: [subject, body]
          customer.name: [first_name, last_name]
          customer.organisation: company
          customer.email: email
          handler: user_email
          phase: status
          closedAt: closed_at
        values:
          phase: {"1": open, "2": open, "3": closed}
          channel: {"1": email, "2": phone, "3": web, "4": api}
          closedAt: {"NULL": ""}
          handler: {"NULL": ""}
          customer.organisation: {"NULL": ""}

        """

    private static let requestTrackerText = """
        # Request Tracker: a search's Feeds, Spreadsheet (share/html/Elements/TSVExport), with at least the columns id, Subject,
        # Status, Requestors, Created and Resolved (share/html/Elements/RT__Ticket/ColumnMap), in English. It writes no quotes.
        # Requestors must be one e-mail address: leave names out of it by the search's format. The message is not exported, only
        # the subject. Dates are in the zone of whoever exports.
        source: request-tracker
        separator: tab
        quotes: none
        dates: [iso, day-first]
        fields:
          reference: id
          receivedAt: Created
          story: Subject
          customer.name: Requestors
          customer.email: Requestors
          phase: Status
          resolvedAt: Resolved
        values:
          phase: {new: open, open: open, stalled: open, resolved: closed}
          resolvedAt: {"Not set": ""}
        defaults:
          channel: email

        """
}
