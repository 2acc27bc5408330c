import Casework
import Records
import Testing

/// Who gets into whose file by mail: every combination against the written policy.
@Suite struct PlacingPolicyTests {
    private typealias Question = PlacingQuestion

    private static let questions: [PlacingQuestion] = Question.Token.allCases.flatMap { token in
        Question.Sender.allCases.flatMap { sender in
            Question.Authentication.allCases.flatMap { authentication in
                Question.Number.allCases.flatMap { number in
                    Question.Robot.allCases.flatMap { robot in
                        [false, true].flatMap { isCrowd in
                            Question.Old.allCases.map { old in
                                Question(
                                    token: token, sender: sender, authentication: authentication, robot: robot, number: number,
                                    isCrowd: isCrowd, old: old)
                            }
                        }
                    }
                }
            }
        }
    }

    @Test func `only who holds a letter's reference, belongs to the file and is not found out gets into it`() {
        #expect(Self.questions.count >= 1_000)
        for question in Self.questions {
            let isProven =
                question.token == .genuine && question.sender == .participant && [.passed, .unknown].contains(question.authentication)
                && [.nobody, .perhaps].contains(question.robot)
            // In an old mailbox that somebody hands over, an answer from the same sender belongs to what it answers.
            let isContinued =
                question.old == .continued && [.none, .forged].contains(question.token)
                && [.stranger, .participant].contains(question.sender)
                && [.nobody, .perhaps].contains(question.robot)
            let mayJoin = isProven || isContinued
            #expect((PlacingPolicy.answer(to: question) == .join) == mayJoin, "\(question)")
        }
    }

    @Test func `only whom a question was asked answers it by mail, when nothing says that it was somebody else`() {
        for question in Self.questions {
            let mayContribute =
                question.token == .question && question.sender == .asked && [.passed, .unknown].contains(question.authentication)
                && [.nobody, .perhaps].contains(question.robot)
            #expect((PlacingPolicy.answer(to: question) == .contribute) == mayContribute, "\(question)")
        }
    }

    @Test func `nobody registers by a number, in a thread, as staff, as ourselves, as a program, or in a crowd`() {
        for question in Self.questions where PlacingPolicy.answer(to: question) == .register {
            #expect(question.token != .genuine && question.number == .none && question.robot == .nobody, "\(question)")
            #expect(!question.isCrowd || question.old == .alone, "\(question)")
            #expect([.stranger, .participant].contains(question.sender), "\(question)")
        }
    }

    @Test func `what nobody here can read becomes no complaint and gets into no file unasked`() {
        for question in Self.questions {
            var closed = question
            closed.isEncrypted = true
            switch PlacingPolicy.answer(to: closed) {
            case .register, .join, .contribute: Issue.record("\(question)")
            case .set, .ask: continue
            }
        }
    }

    @Test func `programs are answered by nobody`() {
        for question in Self.questions where ![.nobody, .perhaps].contains(question.robot) {
            switch PlacingPolicy.answer(to: question) {
            case .set: continue
            // Whether a letter of ours did not arrive a person sees.
            case .ask(.maybeBounce): #expect(question.robot == .maybeBounce && question.old == .no)
            default: Issue.record("\(question)")
            }
        }
    }

    @Test func `an old mailbox makes no work of what colleagues wrote, and asks whose an answer by somebody else is`() {
        #expect(PlacingPolicy.answer(to: Question(sender: .staff, old: .alone)) == .set(.staff))
        #expect(PlacingPolicy.answer(to: Question(old: .answering)) == .ask(.beside))
        #expect(PlacingPolicy.answer(to: Question(isCrowd: true, old: .alone)) == .register)
    }

    @Test func `each reason to ask a person is given`() {
        #expect(PlacingPolicy.answer(to: Question(token: .genuine, sender: .stranger)) == .ask(.beside))
        #expect(PlacingPolicy.answer(to: Question(token: .genuine, sender: .participant, authentication: .failed)) == .ask(.beside))
        #expect(PlacingPolicy.answer(to: Question(number: .other)) == .ask(.numbered))
        #expect(PlacingPolicy.answer(to: Question(number: .own)) == .ask(.ownNumber))
        #expect(PlacingPolicy.answer(to: Question(authentication: .failed, number: .own)) == .ask(.numbered))
        #expect(PlacingPolicy.answer(to: Question(token: .genuine, sender: .staff)) == .ask(.staff))
        #expect(PlacingPolicy.answer(to: Question(sender: .unclear)) == .ask(.unanswerable))
        #expect(PlacingPolicy.answer(to: Question(robot: .perhaps)) == .ask(.robot))
        #expect(PlacingPolicy.answer(to: Question(hasContent: false)) == .ask(.empty))
        #expect(PlacingPolicy.answer(to: Question(isCrowd: true)) == .ask(.crowd))
        #expect(PlacingPolicy.answer(to: Question(isEncrypted: true)) == .ask(.encrypted))
        #expect(PlacingPolicy.answer(to: Question(token: .forged)) == .register)
    }
}
