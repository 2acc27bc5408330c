package import Casework
import Complaints
package import Hummingbird
import Markup

/// The site map: every slice, and what stands around all of them.
package struct Site: Sendable {
    private let workplace: Workplace
    private let looks: LookLog
    private let follow: FollowAccess
    private let reception: Reception

    package init(workplace: Workplace, looks: LookLog, follow: FollowAccess, reception: Reception) {
        self.workplace = workplace
        self.looks = looks
        self.follow = follow
        self.reception = reception
    }

    /// The router with every route of the site.
    package func router() -> Router<Visit> {
        let router = Router(context: Visit.self, options: .autoGenerateHeadEndpoints)
        let faults = FaultScreen(workplace: workplace)
        router.addMiddleware {
            SecureHeaders(
                base: workplace.base, unlistedPaths: ["/klacht/ontvangen", "/volgen", "/mijn-klacht", "/mening", "/toegang", "/inrichten"])
            FaultPages { fault, visit in faults.page(fault, visit) }
            SameSiteGuard(base: workplace.base)
            TokenGate(accounts: workplace.accounts)
        }
        Shelf.standard.addRoute(to: router)
        for slice in open { router.addRoutes(slice) }
        let door = router.group().add(middleware: SessionGate(workplace: workplace))
        for slice in entrance { door.addRoutes(slice) }
        let desk = door.group().add(middleware: StaffOnly(forms: workplace.forms))
        for slice in self.desk { desk.addRoutes(slice) }
        return router
    }

    /// For everybody, without a session.
    private var open: [RouteCollection<Visit>] {
        [
            APIRoutes(workplace: workplace, looks: looks).routes,
            BrandRoutes(workplace: workplace).routes,
            ReportingRoutes(workplace: workplace, reception: reception, follow: follow).routes,
            FollowingRoutes(workplace: workplace, reception: reception, follow: follow).routes,
            RatingRoutes(workplace: workplace, reception: reception).routes,
            InformationRoutes(workplace: workplace).routes,
        ]
    }

    /// Where staff come in.
    private var entrance: [RouteCollection<Visit>] {
        [
            SettingUpRoutes(workplace: workplace).routes,
            SigningInRoutes(workplace: workplace).routes,
            LinkRoutes(workplace: workplace).routes,
        ]
    }

    /// For staff who are signed in.
    private var desk: [RouteCollection<Visit>] {
        [
            StartRoutes(workplace: workplace).routes,
            WorklistRoutes(workplace: workplace).routes,
            BoardRoutes(workplace: workplace).routes,
            AwayRoutes(workplace: workplace).routes,
            JumpRoutes(workplace: workplace).routes,
            TogetherRoutes(workplace: workplace).routes,
            UndoRoutes(workplace: workplace).routes,
            LiveRoutes(workplace: workplace).routes,
            IntakeRoutes(workplace: workplace).routes,
            CasefileRoutes(workplace: workplace, looks: looks, follow: follow).routes,
            ContributionsRoutes(workplace: workplace).routes,
            LettersRoutes(workplace: workplace).routes,
            PostRoutes(workplace: workplace).routes,
            ThemesRoutes(workplace: workplace).routes,
            SimilarRoutes(workplace: workplace, looks: looks).routes,
            MeasuresRoutes(workplace: workplace).routes,
            OverviewRoutes(workplace: workplace).routes,
            ConductRoutes(workplace: workplace).routes,
            SignalRoutes(workplace: workplace).routes,
            ReportRoutes(workplace: workplace).routes,
            ReportOrderRoutes(workplace: workplace).routes,
            ExposureRoutes(workplace: workplace).routes,
            LimitsRoutes(workplace: workplace).routes,
            FlowRoutes(workplace: workplace).routes,
            ProfileRoutes(workplace: workplace).routes,
            StaffRoutes(workplace: workplace).routes,
            TokensRoutes(workplace: workplace).routes,
            NaturesRoutes(workplace: workplace).routes,
            CausesRoutes(workplace: workplace).routes,
            RetentionRoutes(workplace: workplace).routes,
            OrganisationRoutes(workplace: workplace).routes,
            CalendarRoutes(workplace: workplace).routes,
            ProcedureRoutes(workplace: workplace).routes,
            LetterTextRoutes(workplace: workplace).routes, SnippetsRoutes(workplace: workplace).routes,
            MailSettingsRoutes(workplace: workplace).routes,
            StatusRoutes(workplace: workplace).routes,
            SealsRoutes(workplace: workplace).routes,
            TakingOverRoutes(workplace: workplace).routes,
        ]
    }
}
