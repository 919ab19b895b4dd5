// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The slider of the settings on a real database: what it says of the past, and what it sets.
#include "models/desk/eventdata.h"
#include "tests/ui/knowledge/knowledgedesk.h"
#include "ui/settings/precisionpanel.h"
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QSlider>

namespace relaydesk {

class PrecisionPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();
    void shouldSayThatNothingWasAsked();
    void shouldSayThatTheHistoryIsTooThin();
    void shouldShowTheMonthWithAnotherPrecision();
    void shouldCountAsSureAsTheDeskWouldBeToday();
    void shouldSetWhatIsChosen();

  private:
    void play(int answers, int outcomes, const QVector<double> &features = {1});
    QString outlook() const { return m_panel->findChild<QLabel *>(u"outlook"_qs)->text(); }
    std::optional<DeskSettings> readSettingsNow();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KnowledgeDesk> m_desk;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PrecisionPanel> m_panel;
};

void PrecisionPanelTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_desk = std::make_unique<KnowledgeDesk>(m_folder->filePath(u"desk.db"_qs));
    m_theme = std::make_unique<Theme>(*qApp);
    m_panel = std::make_unique<PrecisionPanel>(*m_theme, m_desk->desk(), m_desk->reader());
    m_panel->setVisible(true);
}

void PrecisionPanelTest::cleanup() {
    m_panel.reset();
    m_theme.reset();
    m_desk.reset();
}

//! So many answers, said to be from 0.70 up to nearly 1, and so many audits of them that found them right. By one
//! feature the matcher cannot say what it would be sure of today.
void PrecisionPanelTest::play(int answers, int outcomes, const QVector<double> &features) {
    QVector<qint64> verdicts;
    for (int i = 0; i < answers; ++i) {
        Verdict verdict{
            .question = u"Question %1"_qs.arg(i), .answer = u"Answer"_qs, .article = ArticleId{1}, .bar = 0.6};
        verdict.features = features;
        verdict.confidence.score = 0.70 + 0.29 * i / answers;
        verdicts +=
            m_desk->log({.at = QDateTime::currentDateTimeUtc(), .kind = EventKind::Verdict, .data = toJson(verdict)});
    }
    qint64 last = 0;
    for (int i = 0; i < outcomes; ++i)
        last = m_desk->log({.at = QDateTime::currentDateTimeUtc(),
                            .kind = EventKind::Feedback,
                            .data = {{u"verdict"_qs, verdicts[i]}, {u"outcome"_qs, u"audit_good"_qs}}});
    if (outcomes >= 50)
        m_desk->log({.at = QDateTime::currentDateTimeUtc(),
                     .kind = EventKind::Refitted,
                     .data = {{u"outcomes"_qs, outcomes}, {u"upTo"_qs, last}}});
    m_desk->desk().ask([](Desk &desk) { return desk.refresh(); });
    m_panel->refresh();
}

std::optional<DeskSettings> PrecisionPanelTest::readSettingsNow() {
    std::optional<DeskSettings> read;
    m_desk->reader()
        .ask([](Reader &reader) { return readSettings(reader.stores().settings); })
        .then(this, [&](const Result<DeskSettings> &settings) { read = *settings; });
    if (!QTest::qWaitFor([&] { return read.has_value(); }))
        return std::nullopt;
    return read;
}

void PrecisionPanelTest::shouldSayThatNothingWasAsked() {
    m_panel->refresh();
    QTRY_VERIFY(outlook().contains(u"Nothing was asked"_qs));
}

void PrecisionPanelTest::shouldSayThatTheHistoryIsTooThin() {
    play(30, 10);
    QTRY_VERIFY(outlook().contains(u"too thin: 50 verified outcomes are needed, and there are 10"_qs));
    QVERIFY(outlook().contains(u"30 questions answered"_qs));
    QVERIFY(outlook().contains(u"10 of these answers were checked, 0 of them wrong"_qs));
}

void PrecisionPanelTest::shouldShowTheMonthWithAnotherPrecision() {
    play(100, 60);
    QTRY_VERIFY(outlook().contains(u"questions answered"_qs));
    auto *slider = m_panel->findChild<QSlider *>(u"precision"_qs);
    auto *changes = m_panel->findChild<QListWidget *>(u"changingSides"_qs);
    slider->setValue(80);
    QTRY_COMPARE(changes->count(), 0); // all were sure enough for that
    slider->setValue(97);
    QTRY_VERIFY(changes->count() > 50 && changes->count() < 100);
    QVERIFY(changes->item(0)->text().contains(u"to a person"_qs));
}

void PrecisionPanelTest::shouldCountAsSureAsTheDeskWouldBeToday() {
    // GIVEN answers that were said with much confidence, of which the matcher would say little today
    play(100, 60, QVector<double>(12, 0));
    // THEN the recount goes by what it would say, and by the very bar that is in force
    QTRY_VERIFY(outlook().contains(u"In force now:"_qs));
    QVERIFY2(outlook().contains(u"have seen 0 questions answered and 100 handed over"_qs), qPrintable(outlook()));
    QCOMPARE(m_panel->findChild<QListWidget *>(u"changingSides"_qs)->count(), 100);
    std::optional<double> inForce;
    m_desk->desk().ask([](Desk &desk) { return desk.standard(); }).then(this, [&](const Result<Standard> &standard) {
        inForce = standard->bar.value;
    });
    QTRY_VERIFY(inForce.has_value());
    const QString shown = u"with the bar at %1 "_qs.arg(*inForce, 0, 'f', 2);
    QVERIFY2(outlook().contains(shown), qPrintable(shown + outlook()));
}

void PrecisionPanelTest::shouldSetWhatIsChosen() {
    play(10, 0);
    QTRY_VERIFY(outlook().contains(u"questions answered"_qs));
    m_panel->findChild<QSlider *>(u"precision"_qs)->setValue(90);
    QTRY_COMPARE(readSettingsNow()->precision, 0.90);
    m_panel->findChild<QCheckBox *>(u"asksBack"_qs)->click();
    QTRY_VERIFY(!readSettingsNow()->asksBack);
    auto *mode = m_panel->findChild<QComboBox *>(u"barMode"_qs);
    mode->setCurrentIndex(1);
    emit mode->activated(1);
    QTRY_VERIFY(!readSettingsNow()->followsPrecision);
    QTRY_VERIFY(!m_panel->findChild<QSlider *>(u"precision"_qs)->isEnabled());
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::PrecisionPanelTest)
#include "precisionpanel_test.moc"
