// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That a desk can have its sentences encoded elsewhere: as a choice, without private data, kept in the database, and
//! that it goes on by words, and comes back by itself, whenever the server does not answer.
#include "app/encoderinstalluse.h"
#include "app/services.h"
#include "tests/support/standinserver.h"
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace relaydesk;

namespace {

const QString choice = u"remote:acme/vectors"_qs;

QStringList textsIn(const StandInRequest &request) {
    QStringList texts;
    for (const QJsonValue &text : QJsonDocument::fromJson(request.body).object().value(u"input"_qs).toArray())
        texts += text.toString();
    return texts;
}

//! Four numbers: how much of a text is about wheelbarrows (in two languages), boxes, money and anything else.
QByteArray vectorsOf(const QStringList &texts, double common = 0.1) {
    QJsonArray data;
    for (const QString &text : texts) {
        const auto says = [&](const char *word) { return text.contains(QLatin1String(word), Qt::CaseInsensitive); };
        const QJsonArray vector{says("wheelbarrow") || says("Schubkarre") ? 1 : 0, says("box") ? 1 : 0,
                                says("pay") || says("charge") ? 1 : 0, common};
        data += QJsonObject{{u"index"_qs, int(data.size())}, {u"embedding"_qs, vector}};
    }
    return QJsonDocument(QJsonObject{{u"data"_qs, data}, {u"usage"_qs, QJsonObject{{u"prompt_tokens"_qs, 10}}}})
        .toJson();
}

} // namespace

class RemoteEncoderTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        qunsetenv("RELAYDESK_ENCODER_DIR");
        qunsetenv("HF_HUB_OFFLINE");
        qputenv("XDG_DATA_DIRS", "/nowhere");
    }
    void init() {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_qs).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home->filePath(u"config"_qs).toUtf8());
        m_isUp = true;
        m_server = std::make_unique<StandInServer>();
        m_server->answerEach([this](const StandInRequest &request) -> StandInScript {
            if (!m_isUp)
                return {{StandInStep::Send, standin::response(500, "text/plain", "down")}};
            return {{StandInStep::Send, standin::response(200, "application/json", vectorsOf(textsIn(request)))}};
        });
        m_options = {};
        m_options.database = m_home->filePath(u"desk.db"_qs);
        m_options.modelUrl = m_server->url();
        open();
        QVector<Article> articles{{.title = u"Do you sell wheelbarrows?"_qs, .answer = u"Yes, red ones."_qs},
                                  {.title = u"What is in the box?"_qs, .answer = u"A manual."_qs},
                                  {.title = u"Why was I charged twice?"_qs, .answer = u"It was a mistake."_qs}};
        for (int i = 0; i < 100; ++i)
            articles += Article{.title = u"What about case %1?"_qs.arg(i), .answer = u"It is open."_qs};
        QVERIFY(m_services->desk->saveArticles(articles));
    }
    void cleanup() {
        m_services.reset();
        m_server.reset();
    }

    void shouldBeAChoiceThatIsKept() {
        QVERIFY(m_services->matcher->limitation().contains(u"words alone"_qs));
        QSignalSpy progressed(&encoders(), &EncoderSwitch::progressed);
        choose();
        // THEN it says how far it is, knows what words alone cannot, and is the desk's choice
        QVERIFY(progressed.size() > 2);
        QCOMPARE(best(u"Haben Sie eine Schubkarre?"_qs), u"Do you sell wheelbarrows?"_qs);
        QVERIFY(m_services->matcher->limitation().isEmpty());
        QCOMPARE(encoders().current(), choice);
        // WHEN the program is started again, THEN nothing known is sent a second time
        const int before = m_server->requestCount();
        m_services.reset();
        open();
        QVERIFY(m_services->matcher->limitation().isEmpty());
        QCOMPARE(m_server->requestCount(), before);
        QCOMPARE(best(u"Wo ist die Schubkarre?"_qs), u"Do you sell wheelbarrows?"_qs);
        QCOMPARE(m_server->requestCount(), before + 1);
    }

    void shouldListEveryRequestAndSendNoPrivateData() {
        choose();
        best(u"I was charged, write to jo@example.org"_qs);
        bool isAsked = false;
        for (const StandInRequest &request : m_server->requests()) {
            isAsked = isAsked || textsIn(request).contains(u"I was charged, write to [EMAIL_1]"_qs);
            QVERIFY2(!request.body.contains("jo@"), request.body.constData());
        }
        QVERIFY(isAsked);
        QTRY_COMPARE(m_services->model->status().today.requests, m_server->requestCount());
        QCOMPARE(m_services->model->status().today.tokens, 10 * m_server->requestCount());
    }

    void shouldGoOnByWordsAndComeBackByItself() {
        choose();
        QSignalSpy changed(&encoders(), &EncoderSwitch::changed);
        QSignalSpy failed(&encoders(), &EncoderSwitch::failed);
        // WHEN the server fails
        m_isUp = false;
        QCOMPARE(best(u"what is in the box"_qs), u"What is in the box?"_qs);
        QVERIFY2(m_services->matcher->limitation().contains(u"failed on its own side"_qs),
                 qPrintable(m_services->matcher->limitation()));
        // THEN no further question waits for it, and what is learned meanwhile is known by its words
        const int before = m_server->requestCount();
        QVERIFY(m_services->desk->saveArticles({Article{.title = u"How can I pay by card?"_qs, .answer = u"Yes."_qs}}));
        QCOMPARE(best(u"pay by card"_qs), u"How can I pay by card?"_qs);
        QCOMPARE(m_server->requestCount(), before);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20 * EncoderSwitch::followMs); // told once
        // and WHEN it answers again, it is used again, with what was learned
        m_isUp = true;
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20 * EncoderSwitch::followMs);
        QVERIFY(m_services->matcher->limitation().isEmpty());
        QCOMPARE(best(u"Schubkarre"_qs), u"Do you sell wheelbarrows?"_qs);
        QCOMPARE(failed.size(), 1);
    }

    void shouldAskNothingOffline() {
        choose();
        ModelSettings settings = m_services->model->settings();
        settings.offline = true;
        m_services->model->setSettings(settings);
        const int before = m_server->requestCount();
        QCOMPARE(best(u"what is in the box"_qs), u"What is in the box?"_qs);
        QVERIFY2(m_services->matcher->limitation().contains(u"offline"_qs),
                 qPrintable(m_services->matcher->limitation()));
        QCOMPARE(m_server->requestCount(), before);
        // WHEN the switch is moved back, THEN it is asked again at once
        QSignalSpy changed(&encoders(), &EncoderSwitch::changed);
        settings.offline = false;
        m_services->model->setSettings(settings);
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20 * EncoderSwitch::followMs);
    }

    void shouldStopAtTheDailyLimit() {
        choose();
        ModelSettings settings = m_services->model->settings();
        settings.dailyTokens = 5;
        m_services->model->setSettings(settings);
        const int before = m_server->requestCount();
        best(u"what is in the box"_qs);
        QCOMPARE(m_server->requestCount(), before);
        QVERIFY2(m_services->matcher->limitation().contains(u"limit"_qs),
                 qPrintable(m_services->matcher->limitation()));
    }

    void shouldKeepTheOldOneWhereItCannotServe_data() {
        QTest::addColumn<int>("answered"); // requests before the server fails
        QTest::newRow("from the start") << 0;
        QTest::newRow("in the middle") << 3;
    }
    void shouldKeepTheOldOneWhereItCannotServe() {
        QFETCH(int, answered);
        std::atomic<int> left = answered;
        m_server->answerEach([&left](const StandInRequest &request) -> StandInScript {
            if (left-- <= 0)
                return {{StandInStep::Send, standin::response(500, "text/plain", "down")}};
            return {{StandInStep::Send, standin::response(200, "application/json", vectorsOf(textsIn(request)))}};
        });
        QSignalSpy failed(&encoders(), &EncoderSwitch::failed);
        encoders().use(choice);
        QTRY_COMPARE(failed.size(), 1);
        const QString sentence = failed[0][0].value<Failure>().sentence;
        QVERIFY2(sentence.contains(u"failed on its own side"_qs) && sentence.contains(u"goes on with"_qs),
                 qPrintable(sentence));
        QCOMPARE(encoders().current(), QString());
        QCOMPARE(m_server->requestCount(), answered + 1); // a server that fails is not asked for the rest
        QVERIFY(setting().isEmpty());
    }

    void shouldAskForAQuestionWithItsClausesOnce() {
        choose();
        const int before = m_server->requestCount();
        best(u"I was charged twice although I closed the box, why is that so"_qs);
        QCOMPARE(m_server->requestCount(), before + 1);
        QCOMPARE(textsIn(m_server->lastRequest()),
                 (QStringList{u"I was charged twice although I closed the box, why is that so"_qs,
                              u"I was charged twice"_qs, u"I closed the box"_qs, u"why is that"_qs}));
    }

    void shouldTellTextsApartThatTheModelCrowdsTogether() {
        // GIVEN a model for which any two texts are alike: cosines of 0.9 and more
        m_server->answerEach([](const StandInRequest &request) -> StandInScript {
            return {{StandInStep::Send, standin::response(200, "application/json", vectorsOf(textsIn(request), 3))}};
        });
        choose();
        // WHEN
        const auto report = m_services->matcher->match(u"what is in the box"_qs, 200);
        // THEN what is meant is near, and what is not is not
        QVERIFY(report);
        QCOMPARE(report->candidates[0].phrasing, u"What is in the box?"_qs);
        QVERIFY(report->candidates[0].similarity > 0.9);
        const auto other =
            std::find_if(report->candidates.begin(), report->candidates.end(),
                         [](const Candidate &each) { return each.phrasing == u"Do you sell wheelbarrows?"_qs; });
        QVERIFY(other != report->candidates.end());
        QVERIFY2(other->similarity < 0.3, QByteArray::number(other->similarity).constData());
    }

    void shouldLeaveOffAtOnce_data() {
        QTest::addColumn<int>("answered"); // requests before the server falls silent
        QTest::newRow("while it is opened") << 0;
        QTest::newRow("while the knowledge is encoded") << 2;
    }
    void shouldLeaveOffAtOnce() {
        QFETCH(int, answered);
        std::atomic<int> left = answered;
        m_server->answerEach([&left](const StandInRequest &request) -> StandInScript {
            if (left-- <= 0)
                return {{StandInStep::Hold, {}}};
            return {{StandInStep::Send, standin::response(200, "application/json", vectorsOf(textsIn(request)))}};
        });
        QSignalSpy failed(&encoders(), &EncoderSwitch::failed);
        encoders().use(choice);
        QTRY_COMPARE(m_server->requestCount(), answered + 1);
        // WHEN, with a request under way that may take a minute
        encoders().cancel();
        // THEN
        QTRY_COMPARE(failed.size(), 1);
        const QString sentence = failed[0][0].value<Failure>().sentence;
        QVERIFY2(sentence.contains(u"Left off"_qs), qPrintable(sentence));
        QTRY_COMPARE(m_server->openConnections(), 0);
        QCOMPARE(m_server->requestCount(), answered + 1);
        QCOMPARE(encoders().current(), QString());
    }

    void shouldNotCompareVectorsOfTwoServers() {
        choose();
        StandInServer other;
        other.answerEach([](const StandInRequest &request) -> StandInScript {
            return {{StandInStep::Send, standin::response(200, "application/json", vectorsOf(textsIn(request)))}};
        });
        ModelSettings settings = m_services->model->settings();
        settings.baseUrl = other.url();
        QSignalSpy changed(&encoders(), &EncoderSwitch::changed);
        m_services->model->setSettings(settings);
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20 * EncoderSwitch::followMs);
        QVERIFY(other.requestCount() > 3); // everything known was encoded there
        QCOMPARE(best(u"Schubkarre"_qs), u"Do you sell wheelbarrows?"_qs);
    }

  private:
    void open() {
        auto opened = Services::open(m_options);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
        m_services = std::move(*opened);
    }
    void choose() {
        QSignalSpy changed(&encoders(), &EncoderSwitch::changed);
        encoders().use(choice);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(setting(), choice);
    }
    EncoderSwitch &encoders() const { return *m_services->encoders; }
    QString setting() const {
        return m_services->storage->stores().settings.value(QLatin1String(encoderSetting)).value_or(QString());
    }
    QString best(const QString &question) const {
        const auto report = m_services->matcher->match(question, 1);
        return report && !report->candidates.isEmpty() ? report->candidates[0].phrasing : QString();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<StandInServer> m_server;
    std::atomic<bool> m_isUp = true;
    LaunchOptions m_options;
    std::unique_ptr<Services> m_services;
};

QTEST_GUILESS_MAIN(RemoteEncoderTest)
#include "remoteencoder_test.moc"
