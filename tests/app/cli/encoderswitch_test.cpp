// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That a desk changes its encoder while it runs: beside its work, all of it or nothing, also when another process
//! asks.
#include "app/encoderinstalluse.h"
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include "app/services.h"
#include "tests/app/matching/smallencoder.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace relaydesk;

class EncoderSwitchTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_home = std::make_unique<QTemporaryDir>();
        qunsetenv("RELAYDESK_ENCODER_DIR");
        qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_qs).toUtf8());
        qputenv("XDG_DATA_DIRS", m_home->filePath(u"none"_qs).toUtf8());
        copySmallEncoder(u"small-mean"_qs, folder(u"mean"_qs));
        copySmallEncoder(u"small-first"_qs, folder(u"first"_qs));
        open(false);
        QVector<Article> articles;
        for (int i = 0; i < 120; ++i)
            articles +=
                Article{.title = u"What about the box number %1?"_qs.arg(i), .answer = u"It is box %1."_qs.arg(i)};
        QVERIFY(m_services->desk->saveArticles(articles));
    }
    void cleanup() { m_services.reset(); }

    void shouldServeWithTheOldOneUntilAllIsEncoded() {
        QSignalSpy progressed(&encoders(), &EncoderSwitch::progressed);
        QSignalSpy changed(&encoders(), &EncoderSwitch::changed);
        encoders().use(u"mean"_qs);
        // GIVEN a desk that is changing over, THEN it answers by words as before, to the last bit
        const auto before = match();
        QTRY_VERIFY(progressed.size() > 1);
        if (changed.isEmpty())
            QCOMPARE(match().candidates, before.candidates);
        QVERIFY(!m_services->matcher->limitation().isEmpty() || !changed.isEmpty());
        // and WHEN everything is encoded, with the new one, which is kept as the desk's choice
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(m_services->matcher->limitation().isEmpty());
        QVERIFY(match().candidates != before.candidates);
        QCOMPARE(encoders().current(), u"mean"_qs);
        QCOMPARE(setting(), u"mean"_qs);
        const QVariantList last = progressed.last();
        QCOMPARE(last[1].toInt(), last[2].toInt());
        QVERIFY(last[2].toInt() >= 120);
    }

    void shouldKnowWhatWasLearnedMeanwhile() {
        QSignalSpy progressed(&encoders(), &EncoderSwitch::progressed);
        QSignalSpy changed(&encoders(), &EncoderSwitch::changed);
        encoders().use(u"mean"_qs);
        QTRY_VERIFY(!progressed.isEmpty());
        QVERIFY(
            m_services->desk->saveArticles({Article{.title = u"Do you sell wheelbarrows?"_qs, .answer = u"Yes."_qs}}));
        QTRY_COMPARE(changed.size(), 1);
        const auto report = m_services->matcher->match(u"do you sell wheelbarrows"_qs, 1).value();
        QCOMPARE(report.candidates[0].phrasing, u"Do you sell wheelbarrows?"_qs);
        QVERIFY(m_services->matcher->limitation().isEmpty());
    }

    void shouldKeepTheOldOneWhenLeftOff() {
        changeTo(u"mean"_qs);
        const auto before = match();
        QSignalSpy failed(&encoders(), &EncoderSwitch::failed);
        QSignalSpy changed(&encoders(), &EncoderSwitch::changed);
        connect(&encoders(), &EncoderSwitch::progressed, this, [this] { encoders().cancel(); });
        encoders().use(u"first"_qs);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].value<Failure>().sentence.contains(u"goes on with the encoder it has"_qs));
        QVERIFY(changed.isEmpty());
        QCOMPARE(encoders().current(), u"mean"_qs);
        QCOMPARE(setting(), u"mean"_qs);
        QCOMPARE(match().candidates, before.candidates);
    }

    void shouldKeepTheOldOneWhereTheNewOneCannotServe_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("weights");
        QTest::newRow("not installed") << u"nowhere"_qs << QByteArray();
        QTest::newRow("cut short") << u"first"_qs << QByteArray("cut");
        QTest::newRow("empty") << u"first"_qs << QByteArray("");
    }
    void shouldKeepTheOldOneWhereTheNewOneCannotServe() {
        QFETCH(QString, name);
        QFETCH(QByteArray, weights);
        changeTo(u"mean"_qs);
        QFile file(folder(u"first"_qs) + u"/model.safetensors"_qs);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(weights), weights.size());
        file.close();
        const auto before = match();
        QSignalSpy failed(&encoders(), &EncoderSwitch::failed);
        encoders().use(name);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY2(failed[0][0].value<Failure>().sentence.contains(u"goes on with the"_qs),
                 qPrintable(failed[0][0].value<Failure>().sentence));
        QCOMPARE(match().candidates, before.candidates);
        QCOMPARE(setting(), u"mean"_qs);
    }

    void shouldFollowAnotherProcess() {
        // GIVEN what `relaydesk encoder use` does beside a desk that is running
        auto encoder = BertEncoder::open(encoderFolder(u"first"_qs));
        QVERIFY(encoder);
        QSignalSpy changed(&encoders(), &EncoderSwitch::changed);
        const auto beside = openForEncoder(m_home->filePath(u"desk.db"_qs));
        QVERIFY2(beside, beside ? "" : qPrintable(beside.error().sentence));
        QVERIFY(useEncoder(u"first"_qs, std::move(*encoder), (*beside)->stores(), [](int, int) { return true; }));
        // THEN the desk changes over by itself
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20 * EncoderSwitch::followMs);
        QCOMPARE(encoders().current(), u"first"_qs);
        QVERIFY(m_services->matcher->limitation().isEmpty());
    }

    void shouldBeginByWordsAndEncodeBesideTheWorkWhereMuchIsToBeEncoded() {
        const auto byWords = match();
        reopenUnencoded();
        // GIVEN a desk with knowledge that its encoder never saw, THEN it serves at once, by words, and says so
        QVERIFY(m_services->matcher->isWaiting());
        QVERIFY(m_services->matcher->limitation().contains(u"not encoded yet"_qs));
        QCOMPARE(match().candidates, byWords.candidates);
        QSignalSpy progressed(&encoders(), &EncoderSwitch::progressed);
        QSignalSpy changed(&encoders(), &EncoderSwitch::changed);
        // and what is learned meanwhile is known with the rest, WHEN all is encoded
        QVERIFY(
            m_services->desk->saveArticles({Article{.title = u"Do you sell wheelbarrows?"_qs, .answer = u"Yes."_qs}}));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(progressed.size() > 1);
        QCOMPARE(progressed.last()[0].toString(), u"mean"_qs);
        QVERIFY(m_services->matcher->limitation().isEmpty());
        QVERIFY(match().candidates != byWords.candidates);
        QCOMPARE(m_services->matcher->match(u"do you sell wheelbarrows"_qs, 1).value().candidates[0].phrasing,
                 u"Do you sell wheelbarrows?"_qs);
        // THEN the next start has nothing to wait for
        m_services.reset();
        open(true);
        QVERIFY(!m_services->matcher->isWaiting());
        QVERIFY(m_services->matcher->limitation().isEmpty());
    }

    void shouldStayWithWordsWhereEncodingIsLeftOffUntilTheEncoderIsChosen() {
        reopenUnencoded();
        QSignalSpy failed(&encoders(), &EncoderSwitch::failed);
        const auto leaveOff = connect(&encoders(), &EncoderSwitch::progressed, this, [this] { encoders().cancel(); });
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY2(failed[0][0].value<Failure>().sentence.startsWith(u"Left off"_qs),
                 qPrintable(failed[0][0].value<Failure>().sentence));
        QVERIFY(m_services->matcher->isWaiting());
        disconnect(leaveOff);
        changeTo(u"mean"_qs);
        QVERIFY(m_services->matcher->limitation().isEmpty());
    }

  private:
    void open(bool beside) {
        LaunchOptions options;
        options.database = m_home->filePath(u"desk.db"_qs);
        options.offline = true;
        options.encodesBeside = beside;
        auto opened = Services::open(options);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
        m_services = std::move(*opened);
    }
    //! As a program that runs on, with an encoder that was chosen but never used.
    void reopenUnencoded() {
        QVERIFY(m_services->desk->setSetting(QLatin1String(encoderSetting), u"mean"_qs));
        m_services.reset();
        open(true);
    }
    EncoderSwitch &encoders() const { return *m_services->encoders; }
    QString folder(const QString &name) const { return m_home->filePath(u"data/relaydesk/encoders/"_qs + name); }
    QString setting() const {
        return m_services->storage->stores().settings.value(QLatin1String(encoderSetting)).value_or(QString());
    }
    MatchReport match() const { return m_services->matcher->match(u"the box with number 77"_qs, 3).value(); }
    void changeTo(const QString &name) {
        QSignalSpy changed(&encoders(), &EncoderSwitch::changed);
        encoders().use(name);
        QTRY_COMPARE(changed.size(), 1);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Services> m_services;
};

QTEST_GUILESS_MAIN(EncoderSwitchTest)
#include "encoderswitch_test.moc"
