// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Customers, agents, a moody model, failing writes and two processes on one database, all at random from one seed.
#pragma once
#include "tests/support/deskroom.h"
#include <random>

namespace relaydesk {

class RandomDesk {
  public:
    explicit RandomDesk(quint32 seed) : m_seed(seed), m_random(seed) {
        m_room.desk->setSetting(QStringLiteral("turns.most"),
                                seed % 2 == 0 ? QStringLiteral("2") : QStringLiteral("3"));
        m_room.setAsksBack(seed % 3 != 0);
        m_room.desk->setSetting(QStringLiteral("audit.share"), QStringLiteral("0.3"));
        m_other = another();
        for (int i = 0; i < 3; ++i)
            m_conversations.append(m_room.open());
    }

    //! One thing happens. Answers what, for the report of a failure.
    QString step() {
        struct Move {
            int weight;
            QString (RandomDesk::*run)();
        };
        static constexpr Move moves[] = {
            {26, &RandomDesk::customerWrites}, {4, &RandomDesk::asksForPerson}, {5, &RandomDesk::judges},
            {7, &RandomDesk::claims},          {9, &RandomDesk::replies},       {8, &RandomDesk::resolves},
            {4, &RandomDesk::givesBack},       {3, &RandomDesk::leaves},        {3, &RandomDesk::reopens},
            {12, &RandomDesk::modelMoves},     {3, &RandomDesk::timePasses},    {2, &RandomDesk::writesFail},
            {2, &RandomDesk::crashes},         {2, &RandomDesk::toolsChange},   {7, &RandomDesk::chooses},
            {9, &RandomDesk::decides},         {6, &RandomDesk::tends},         {6, &RandomDesk::joinsOrParts},
            {6, &RandomDesk::takesBack}};
        const auto run = [this](const Move &move) {
            const QString what = (this->*move.run)();
            if (below(3) > 0)
                settle();
            return what;
        };
        // Each tenth order is about one thing, so that what is rare elsewhere happens there whatever the weights.
        if (m_seed % 10 == 0 && below(3) == 0)
            return run(moves[m_seed / 10 % std::size(moves)]);
        int pick = below(124);
        for (const Move &move : moves) {
            pick -= move.weight;
            if (pick < 0)
                return run(move);
        }
        return {};
    }

    //! Nothing fails any more, every call of the model ends, and the housekeeping runs.
    void quieten() {
        m_room.fused.setWritesLeft(-1);
        setTrouble(false);
        m_room.model.setLimitation({});
        for (int round = 0; round < 20; ++round) {
            settle();
            for (const int call : m_room.model.open())
                m_room.model.answer(call, DeskRoom::written());
            settle();
            static_cast<void>(m_room.desk->closeSilent());
            if (m_room.model.open().empty())
                return;
        }
    }

    Stores stores() { return m_room.stores(); }
    QVector<ConversationId> conversations() const { return m_conversations; }

  private:
    int below(int end) { return int(m_random() % quint32(end)); }
    template <typename Value>
    Value oneOf(const QVector<Value> &values) {
        return values[below(int(values.size()))];
    }
    Desk &desk() { return below(4) == 0 ? *m_other : *m_room.desk; }
    ConversationId conversation() { return oneOf(m_conversations); }
    AgentId agent() { return below(2) == 0 ? m_room.anna : m_room.ben; }
    TicketId ticket() {
        const auto tickets = *stores().tickets.tickets({.status = {}, .conversation = {}, .openOnly = below(5) > 0});
        return tickets.isEmpty() ? TicketId{1} : oneOf(tickets).id;
    }
    std::unique_ptr<Desk> another() {
        auto made = std::make_unique<Desk>(stores(), m_room.clock, m_otherMatcher, &m_room.model);
        static_cast<void>(made->start());
        return made;
    }
    void setTrouble(bool isThere) {
        const auto trouble =
            isThere ? std::optional<Failure>({ErrorKind::Unavailable, QStringLiteral("Out of order.")}) : std::nullopt;
        m_room.matcher.setTrouble(trouble);
        m_otherMatcher.setTrouble(trouble);
    }

    QString customerWrites() {
        static const QVector<QString> texts{DeskRoom::known,
                                            DeskRoom::known,
                                            DeskRoom::halfKnown,
                                            DeskRoom::halfKnown,
                                            DeskRoom::halfKnown,
                                            QStringLiteral("my password"),
                                            DeskRoom::twofold,
                                            QStringLiteral("2"),
                                            DeskRoom::twofold,
                                            DeskRoom::unknown,
                                            QStringLiteral("How do I export reports as CSV?"),
                                            QStringLiteral("yes"),
                                            QStringLiteral("no"),
                                            QStringLiteral("No, I meant the app"),
                                            QStringLiteral("thanks"),
                                            QStringLiteral("hello"),
                                            QStringLiteral("agent please")};
        const QString text = oneOf(texts);
        const ConversationId id = conversation();
        static_cast<void>(desk().receive(id, text));
        return QStringLiteral("customer %1: %2").arg(QString::number(id.value), text);
    }
    QString asksForPerson() {
        static_cast<void>(desk().askForPerson(conversation()));
        return QStringLiteral("asks for a person");
    }
    QString judges() {
        const int way = below(4);
        const ConversationId id = conversation();
        const auto verdicts = *stores().events.events({.kinds = {EventKind::Verdict}, .conversation = id});
        if (way == 0 && !verdicts.isEmpty())
            static_cast<void>(desk().judge(id, oneOf(verdicts).id, below(2) == 0));
        else if (way == 1 && !verdicts.isEmpty())
            static_cast<void>(desk().judgeSource(ticket(), oneOf(verdicts).article, agent(), below(2) == 0));
        else
            static_cast<void>(desk().solved(id, below(2) == 0));
        return QStringLiteral("judges (%1)").arg(way);
    }
    QVector<Choice> choicesOf(ConversationId id) {
        return openChoices(*stores().conversations.messages(id, {}, 100000));
    }
    QString chooses() {
        ConversationId id = conversation();
        for (const ConversationId each : m_conversations) // mostly where there is something to choose
            id = below(10) > 0 && !choicesOf(each).isEmpty() ? each : id;
        const QVector<Choice> open = choicesOf(id);
        const int pick = open.isEmpty() ? 0 : below(int(open.size()) + 1);
        static_cast<void>(desk().choose(id, pick < open.size() ? open[pick].article : ArticleId{}));
        const auto answers = *stores().events.events({.kinds = {EventKind::Verdict}});
        if (!answers.isEmpty())
            static_cast<void>(desk().audit(oneOf(answers).id, agent(), below(2) == 0));
        return QStringLiteral("chooses (%1) and audits").arg(pick);
    }
    QString claims() {
        static_cast<void>(desk().claim(ticket(), agent(), below(3) == 0));
        return QStringLiteral("claims");
    }
    QString replies() {
        static const QVector<QString> texts{
            QStringLiteral("The second charge is only a hold. It falls away within 5 working days."),
            QStringLiteral("Go away."), QStringLiteral("Which card did you use for it?"), DeskRoom::answer()};
        static_cast<void>(desk().reply(conversation(), agent(), oneOf(texts)));
        return QStringLiteral("replies");
    }
    QString resolves() {
        const TicketId id = ticket();
        static_cast<void>(desk().resolve(id, agent(), {.learn = below(3) > 0, .edited = {}}));
        if (below(4) == 0)
            static_cast<void>(desk().resolve(id, agent()));
        return QStringLiteral("resolves");
    }
    QString givesBack() {
        static_cast<void>(desk().giveBack(ticket(), agent()));
        return QStringLiteral("gives back");
    }
    QString leaves() {
        static_cast<void>(desk().setAvailable(agent(), below(2) == 0));
        return QStringLiteral("leaves or returns");
    }
    QString reopens() {
        static_cast<void>(desk().reopen(conversation(), agent()));
        return QStringLiteral("reopens");
    }
    QString keep(const QString &what, const Result<Deed> &deed) {
        if (!deed)
            return what + QStringLiteral(" (refused)");
        m_deeds.append(*deed);
        for (const auto &change : deed->conversations) {
            if (!change.before)
                m_conversations.append(change.after.id);
        }
        return what;
    }
    QVector<TicketId> several() {
        return below(3) == 0 ? QVector<TicketId>{ticket(), ticket()} : QVector<TicketId>{ticket()};
    }
    QString tends() {
        TicketCare &care = desk().care();
        static const QStringList tags{QStringLiteral("billing"), QStringLiteral("VIP "), QStringLiteral("login")};
        switch (below(6)) {
        case 0:
            return keep(QStringLiteral("sets a priority"), care.setPriority(several(), Priority(below(4)), agent()));
        case 1:
            return keep(QStringLiteral("tags"), care.addTags(several(), {tags[below(3)]}, agent()));
        case 2:
            return keep(QStringLiteral("takes a tag away"), care.removeTags(several(), {tags[below(3)]}, agent()));
        case 3:
            return keep(QStringLiteral("snoozes"),
                        care.snooze(several(), m_room.clock.now().addSecs(3600 * (1 + below(30))), agent()));
        case 4:
            return keep(QStringLiteral("wakes"), care.wake(several(), agent()));
        default:
            return keep(QStringLiteral("assigns"),
                        care.assign(several(), below(3) == 0 ? AgentId{} : agent(), agent()));
        }
    }
    QString joinsOrParts() {
        TicketCare &care = desk().care();
        const int way = below(5);
        if (way < 2)
            return keep(QStringLiteral("merges"), care.merge(several(), ticket(), agent(), below(2) == 0));
        if (way == 2)
            return keep(QStringLiteral("unmerges"), care.unmerge(several(), agent()));
        const TicketId id = ticket();
        const auto whole = stores().tickets.ticket(id);
        const auto said =
            whole ? *stores().conversations.messages(whole->conversation, {}, 100'000) : QVector<Message>();
        return keep(QStringLiteral("splits %1").arg(id.value),
                    care.split(id, said.isEmpty() ? MessageId{} : oneOf(said).id, agent()));
    }
    QString takesBack() {
        if (below(2) == 0) {
            const TicketId id = ticket();
            const AgentId who = agent();
            Desk &here = desk();
            const int way = below(4);
            return keep(QStringLiteral("does what can be taken back (%1)").arg(way),
                        here.care().together(QStringLiteral("bulk"), {}, who, [&]() -> Result<void> {
                            const auto nothing = [](const auto &) {};
                            if (way == 0)
                                return here.resolve(id, who).map(nothing);
                            if (way == 1)
                                return here.giveBack(id, who);
                            if (way == 2)
                                return here.claim(id, who, true);
                            return here.reopen(conversation(), who);
                        }));
        }
        if (m_deeds.isEmpty())
            return QStringLiteral("nothing to take back");
        const Deed deed = below(2) == 0 ? m_deeds.last() : oneOf(m_deeds);
        const bool done = desk().care().undo(deed, agent()).has_value();
        return QStringLiteral("takes back %1%2").arg(deed.what, done ? QString() : QStringLiteral(" (refused)"));
    }
    QString modelMoves() {
        const std::vector<int> open = m_room.model.open();
        if (open.empty())
            return QStringLiteral("the model idles");
        const int call = open[size_t(below(int(open.size())))];
        const int way = below(6);
        if (way == 0)
            m_room.model.stream(call, QStringLiteral("piece"));
        else if (way == 1)
            m_room.model.fail(call, QStringLiteral("Hugging Face did not answer in 20 s."));
        else if (way == 2)
            m_room.model.breakOff(call);
        else
            m_room.model.answer(call, way == 3 ? QStringLiteral("NO_ANSWER") : DeskRoom::written());
        return QStringLiteral("the model moves (%1)").arg(way);
    }
    QString timePasses() {
        m_room.clock.advance(qint64(below(30)) * 3600 * 1000);
        static_cast<void>(desk().closeSilent());
        return QStringLiteral("time passes");
    }
    QString writesFail() {
        m_room.fused.setWritesLeft(below(8));
        return QStringLiteral("a write will fail");
    }
    QString crashes() {
        if (below(2) == 0) {
            m_other.reset();
            m_other = another();
        } else {
            m_room.desk.reset();
            m_room.desk = m_room.another();
        }
        return QStringLiteral("crashes and starts again");
    }
    QString toolsChange() {
        setTrouble(below(3) == 0);
        m_room.model.setLimitation(below(2) == 0 ? QString() : QStringLiteral("No token for Hugging Face."));
        return QStringLiteral("matcher and model come or go");
    }
    QString decides() {
        const auto proposals = *stores().proposals.proposals({}, {});
        if (proposals.isEmpty())
            return QStringLiteral("nothing to decide");
        const Proposal proposal = oneOf(proposals);
        const int way = below(3);
        if (way == 0)
            static_cast<void>(desk().publish(proposal));
        else if (way == 1)
            static_cast<void>(desk().decline(proposal));
        else
            static_cast<void>(desk().rollBack(proposal.id));
        return QStringLiteral("decides (%1)").arg(way);
    }

    quint32 m_seed;
    std::mt19937 m_random;
    DeskRoom m_room;
    FakeMatcher m_otherMatcher;
    std::unique_ptr<Desk> m_other;
    QVector<ConversationId> m_conversations;
    QVector<Deed> m_deeds;
};

} // namespace relaydesk
