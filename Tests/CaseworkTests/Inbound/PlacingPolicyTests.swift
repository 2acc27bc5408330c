import Casework
import Records
import Testing

/// Who gets into whose file by mail: every combination against the written policy.
@Suite struct PlacingPolicyTests {
    private typealias Question = PlacingQuestion

    private static let questions: [PlacingQuestion] = Question.Token.allCases.flatMap { token in
        Question.Sender.allCases.flatMap { sender in
            Question.Authentication.allCases.flatMap { authentication in
                [false, true].flatMap { namesNumber in
                    Question.Robot.allCases.flatMap { robot in
                        [false, true].map { isCrowd in
                            Question(
                                token: token, sender: sender, authentication: authentication, robot: robot, namesNumber: namesNumber,
                                isCrowd: isCrowd)
                        }
                    }
                }
            }
        }
    }

    @Test func `only who holds a letter's reference, belongs to the file and is not found out gets into it`() {
        #expect(Self.questions.count >= 1_000)
        for question in Self.questions {
            let mayJoin =
                question.token == .genuine && question.sender == .participant && [.passed, .unknown].contains(question.authentication)
                && [.nobody, .perhaps].contains(question.robot)
            #expect((PlacingPolicy.answer(to: question) == .join) == mayJoin, "\(question)")
        }
    }

    @Test func `nobody registers by a number, in a thread, as staff, as ourselves, as a program, or in a crowd`() {
        for question in Self.questions where PlacingPolicy.answer(to: question) == .register {
            #expect(question.token != .genuine && !question.namesNumber && question.robot == .nobody && !question.isCrowd, "\(question)")
            #expect([.stranger, .participant].contains(question.sender), "\(question)")
        }
    }

    @Test func `programs are answered by nobody`() {
        for question in Self.questions where ![.nobody, .perhaps].contains(question.robot) {
            guard case .set = PlacingPolicy.answer(to: question) else {
                Issue.record("\(question)")
                continue
            }
        }
    }

    @Test func `each reason to ask a person is given`() {
        #expect(PlacingPolicy.answer(to: Question(token: .genuine, sender: .stranger)) == .ask(.beside))
        #expect(PlacingPolicy.answer(to: Question(token: .genuine, sender: .participant, authentication: .failed)) == .ask(.beside))
        #expect(PlacingPolicy.answer(to: Question(namesNumber: true)) == .ask(.numbered))
        #expect(PlacingPolicy.answer(to: Question(token: .genuine, sender: .staff)) == .ask(.staff))
        #expect(PlacingPolicy.answer(to: Question(sender: .unclear)) == .ask(.unanswerable))
        #expect(PlacingPolicy.answer(to: Question(robot: .perhaps)) == .ask(.robot))
        #expect(PlacingPolicy.answer(to: Question(hasContent: false)) == .ask(.empty))
        #expect(PlacingPolicy.answer(to: Question(isCrowd: true)) == .ask(.crowd))
        #expect(PlacingPolicy.answer(to: Question(token: .forged)) == .register)
    }
}
