// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! sampledesk DATABASE: a month at the desk of a garden shop, the same every time, for pictures of the window. The desk
//! itself answers, hands over and learns; only what people say and when they say it is made up.
#include "app/services.h"
#include "models/exchange/csvrows.h"
#include "tests/support/sourcefile.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QPromise>
#include <QtCore/QRandomGenerator>
#include <cstdio>

using namespace relaydesk;

namespace {

constexpr quint32 seed = 20260401;
constexpr int days = 61;

const QStringList customers{
    QStringLiteral("Aisha Bello"),   QStringLiteral("Ken Watanabe"), QStringLiteral("Ingrid Lund"),
    QStringLiteral("Omar Haddad"),   QStringLiteral("Lena Fischer"), QStringLiteral("Tom\u00e1s Rivera"),
    QStringLiteral("Nora Svensson"), QStringLiteral("Paul Meyer"),   QStringLiteral("Chiara Conti"),
    QStringLiteral("Daniel Novak"),  QStringLiteral("Emma Dubois"),  QStringLiteral("Luis Ortega")};

struct Unknown {
    const char *question;
    const char *answer;
};

//! What the sample knowledge does not hold, and what the agent says to it; each comes back during the month.
constexpr Unknown unknowns[] = {
    {"Do you have a wholesale price list for garden centres?",
     "We do. The wholesale price list for garden centres comes by e-mail every March; I have put you on the list and "
     "sent "
     "you this year's. Orders start at 250 euros."},
    {"Is the compost you use free of peat?",
     "Yes, all our compost has been free of peat since 2021. It is made of bark, wood fibre and green waste."},
    {"Do you run potting workshops at the weekend?",
     "We run a potting workshop on the first Saturday of every month from 10 to 12. It costs 18 euros, material "
     "included; book it in the app under Events."},
    {"Can you plant the pots for me before delivery?",
     "We can plant pots before delivery for 9 euros each. Choose Planted in the basket; it takes two days longer."},
    {"Are your seeds certified organic?", "All seeds with the green leaf on the packet are certified organic. The "
                                          "number of the certificate is on the back."},
    {"Do you take back empty plastic pots?",
     "We take back empty plastic pots at the shop, clean and stacked, up to 20 at a time, and plant them again."},
};

//! A model that writes at once, and what no article backs.
class HastyModel : public ModelClient {
  public:
    QFuture<Result<ModelReply>> complete(const ModelRequest &, const std::function<void(const QString &)> &) override {
        QPromise<Result<ModelReply>> promise;
        promise.start();
        promise.addResult(ModelReply{
            .text =
                QStringLiteral("I am sorry about the double charge. Open **Account \u203a Invoices** [1] to see both "
                               "payments; the second one might be a reservation that your bank drops within 5 days "
                               "[2].")});
        promise.finish();
        return promise.future();
    }
    QString limitation() const override { return {}; }
};

class Month {
  public:
    explicit Month(SqliteStores &storage, Matcher &matcher)
        : m_stores(storage.stores())
        , m_desk(m_stores, m_clock, matcher, nullptr)
        , m_today(m_stores, m_clock, matcher, &m_model) {}

    bool play() {
        if (!m_desk.start() || !m_desk.saveArticles(*relaydesk::sampleKnowledge()))
            return false;
        for (const Article &article : m_desk.knowledge().live()) {
            m_known += article.title;
            for (const Phrasing &phrasing : article.phrasings)
                m_known += phrasing.text;
        }
        QFile paraphrases(sourceFile(QStringLiteral("tests/data/known_paraphrases.csv")));
        if (!paraphrases.open(QIODevice::ReadOnly))
            return false;
        const auto rows = csvRows(paraphrases.readAll());
        for (qsizetype row = 1; rows && row < rows->size(); ++row)
            m_known += rows->at(row).fields.value(0);
        m_dana = m_desk.agentNamed(QStringLiteral("Dana Ortiz")).value_or(Agent{}).id;
        m_samir = m_desk.agentNamed(QStringLiteral("Samir Patel")).value_or(Agent{}).id;
        const QDateTime end = QDateTime::currentDateTimeUtc();
        for (int day = days; day >= 1; --day)
            playDay(end.date().addDays(-day), day);
        playToday(end);
        return true;
    }

  private:
    int below(int count) { return int(m_random.bounded(count)); }
    bool happens(int percent) { return below(100) < percent; }

    Conversation open(const QString &name) {
        const QString mail = name.toLower().replace(u' ', u'.').normalized(QString::NormalizationForm_D);
        QString plain;
        for (const QChar letter : mail) {
            if (letter.unicode() < 128)
                plain += letter;
        }
        return m_desk
            .open({.name = name,
                   .email = plain + QStringLiteral("@example.org"),
                   .since = m_clock.now().addDays(-below(700))})
            .value_or(Conversation{});
    }

    void playDay(const QDate &date, int daysAgo) {
        const bool isWeekend = date.dayOfWeek() > 5;
        const int questions = (isWeekend ? 3 : 7) + (days - daysAgo) / 16 + below(isWeekend ? 4 : 6);
        for (int i = 0; i < questions; ++i) {
            m_clock.set(QDateTime(date, QTime(8, 0), Qt::UTC).addSecs(i * (36000 / questions) + below(900)));
            const Conversation conversation = open(customers[below(int(customers.size()))]);
            if (happens(daysAgo > 36 ? 24 : 13))
                askUnknown(conversation.id, daysAgo > 25 ? 3 : int(std::size(unknowns)));
            else
                askKnown(conversation.id);
        }
        m_clock.set(QDateTime(date, QTime(20, 0), Qt::UTC));
        m_desk.closeSilent();
    }

    void askKnown(ConversationId id) {
        m_desk.receive(id, m_known[below(int(m_known.size()))]);
        work(id, nullptr);
        pass(60 + below(120));
        if (happens(48))
            m_desk.solved(id, true);
        else if (happens(8)) {
            m_desk.solved(id, false);
            work(id, nullptr);
        }
    }

    void askUnknown(ConversationId id, int known) {
        const Unknown &unknown = unknowns[below(known)];
        m_desk.receive(id, QString::fromUtf8(unknown.question));
        work(id, &unknown);
    }

    //! An agent takes what waits in this conversation.
    void work(ConversationId id, const Unknown *unknown) {
        const auto tickets = m_stores.tickets.tickets({.status = {}, .conversation = id, .openOnly = true});
        if (!tickets || tickets->isEmpty())
            return;
        const AgentId agent = happens(60) ? m_dana : m_samir;
        pass(120 + below(900));
        m_desk.claim(tickets->first().id, agent);
        m_desk.reply(id, agent,
                     unknown
                         ? QString::fromUtf8(unknown->answer)
                         : QStringLiteral("Thank you for waiting. I have looked at it together with our workshop and "
                                          "written you an e-mail with the details."));
        pass(60 + below(300));
        m_desk.resolve(tickets->first().id, agent, {.learn = unknown != nullptr, .edited = {}});
    }

    void playToday(const QDateTime &now) {
        m_clock.set(now.addSecs(-3600 * 3));
        for (int i = 0; i < 9; ++i) {
            askKnown(open(customers[below(int(customers.size()))]).id);
            pass(500);
        }
        m_clock.set(now.addSecs(-31 * 60));
        const ConversationId sam = open(QStringLiteral("Sam Kaya")).id;
        m_desk.receive(sam, QStringLiteral("Legal notice about my personal data"));
        pass(480);
        const ConversationId priya = open(QStringLiteral("Priya Rao")).id;
        m_desk.receive(priya, QStringLiteral("My parcel has not arrived"));
        pass(90);
        m_desk.solved(priya, false);
        pass(400);
        const ConversationId jonas = open(QStringLiteral("Jonas Ohlin")).id;
        m_desk.receive(jonas, QStringLiteral("Can I talk to a real person please?"));
        pass(300);
        if (!m_today.start())
            return;
        const ConversationId maya = open(QStringLiteral("Maya Chen")).id;
        m_today.receive(maya, QStringLiteral("How do I reset my password?"));
        pass(70);
        m_today.receive(maya, QStringLiteral("I was charged twice for my invoice this month"));
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        const auto tickets = m_stores.tickets.tickets({.status = {}, .conversation = maya, .openOnly = true});
        if (!tickets || tickets->isEmpty())
            return;
        pass(120);
        m_today.claim(tickets->first().id, m_dana);
        m_today.reply(maya, m_dana, QStringLiteral("Hi Maya, I am looking at both charges now."));
        m_today.setSetting(
            QStringLiteral("draft.%1").arg(tickets->first().id.value),
            QStringLiteral("Both charges are from 3 November. I have refunded the second one; it reaches "
                           "your card within 3 to 5 working days."));
        care(tickets->first().id);
    }

    //! What agents did with the tickets of today: how urgent, what about, put off, with a note.
    void care(TicketId maya) {
        const auto waiting = m_stores.tickets.tickets({.openOnly = true});
        if (!waiting)
            return;
        TicketCare &care = m_today.care();
        care.setPriority({maya}, Priority::High, m_dana);
        care.addTags({maya}, {QStringLiteral("billing")}, m_dana);
        m_today.addNote(maya, m_dana,
                        QStringLiteral("Both payments reached us; the second is the renewal. @Samir please keep an "
                                       "eye on the refund."));
        for (const Ticket &ticket : *waiting) {
            const QString question = ticket.question;
            if (question.contains(QLatin1String("Legal"))) {
                care.setPriority({ticket.id}, Priority::Urgent, m_dana);
                care.addTags({ticket.id}, {QStringLiteral("privacy"), QStringLiteral("legal")}, m_dana);
            } else if (question.contains(QLatin1String("parcel"))) {
                care.addTags({ticket.id}, {QStringLiteral("delivery")}, m_samir);
                care.assign({ticket.id}, m_samir, m_samir);
            }
        }
        const ConversationId emma = open(QStringLiteral("Emma Dubois")).id;
        m_today.receive(emma, QStringLiteral("Can you call me back on Monday about the terrace order?"));
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        const auto later = m_stores.tickets.tickets({.status = {}, .conversation = emma, .openOnly = true});
        if (later && !later->isEmpty())
            care.snooze({later->first().id}, m_clock.now().addDays(2), m_dana);
    }

    void pass(int seconds) { m_clock.set(m_clock.now().addSecs(seconds)); }

    struct HistoricClock : Clock {
        QDateTime now() const override { return at; }
        void set(const QDateTime &moment) { at = moment; }
        QDateTime at = QDateTime::currentDateTimeUtc();
    };

    HistoricClock m_clock;
    HastyModel m_model;
    Stores m_stores;
    Desk m_desk;
    Desk m_today;
    QStringList m_known;
    AgentId m_dana, m_samir;
    QRandomGenerator m_random{seed};
};

} // namespace

int main(int argc, char *argv[]) {
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "Use: sampledesk DATABASE\n");
        return 2;
    }
    LaunchOptions options;
    options.database = QString::fromLocal8Bit(argv[1]);
    options.offline = true;
    const auto services = Services::open(options);
    if (!services) {
        std::fprintf(stderr, "%s\n", qPrintable(services.error().sentence));
        return 1;
    }
    Month month(*(*services)->storage, *(*services)->matcher);
    return month.play() ? 0 : 1;
}
