extension NatureLists {
    /// What a cloud and IT company starts with; every entry can be edited.
    package static let starter = NatureLists(
        version: 1,
        about: [
            NatureItem("hosting", "Hosting en cloud", "Hosting and cloud"),
            NatureItem("workplace", "Werkplek en e-mail", "Workplace and e-mail"),
            NatureItem("network", "Netwerk en telefonie", "Network and telephony"),
            NatureItem("backup", "Back-up", "Backup"),
            NatureItem("security", "Beveiliging", "Security"),
            NatureItem("migration", "Migratie en oplevering", "Migration and delivery"),
            NatureItem("servicedesk", "Servicedesk", "Service desk"),
            NatureItem("billing", "Facturatie", "Billing"),
            NatureItem("contract", "Contract", "Contract"),
            NatureItem(Nature.other, "Overig", "Other"),
        ],
        wrong: [
            NatureItem("unreachable", "Niet bereikbaar", "Not reachable"),
            NatureItem("too-slow", "Te traag", "Too slow"),
            NatureItem("done-wrong", "Fout uitgevoerd", "Done wrongly"),
            NatureItem("not-kept", "Afspraak niet nagekomen", "Agreement not kept"),
            NatureItem("badly-informed", "Slecht geïnformeerd", "Badly informed"),
            NatureItem("treatment", "Bejegening", "Treatment"),
            NatureItem("wrong-amount", "Onjuist bedrag", "Wrong amount"),
            NatureItem("data-lost", "Gegevens kwijt", "Data lost"),
            NatureItem("data-breach", "Datalek", "Data breach"),
            NatureItem("cannot-cancel", "Opzeggen lukt niet", "Cannot cancel"),
            NatureItem(Nature.other, "Overig", "Other"),
        ])
}
