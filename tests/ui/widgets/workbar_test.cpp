// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What is done beside the window is shown once it takes a while, with how far it is, and can be left off once.
#include "ui/widgets/workbar.h"
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace relaydesk {

class WorkBarTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_theme = std::make_unique<Theme>(*qApp);
        m_window = std::make_unique<QWidget>();
        m_bar = new WorkBar(*m_theme, m_window.get());
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void shouldNotShowWhatIsDoneAtOnce() {
        m_bar->begin(QStringLiteral("Writing"));
        QVERIFY(m_bar->isHidden());
        m_bar->end();
        // WHEN the events have gone round for longer than its patience THEN it still is hidden
        QTimer later;
        later.setSingleShot(true);
        later.start(2 * WorkBar::patienceMs);
        QTRY_VERIFY(!later.isActive());
        QVERIFY(m_bar->isHidden());
    }

    void shouldShowHowFarItIsAndLeaveItOffOnce() {
        QSignalSpy cancelled(m_bar, &WorkBar::cancelled);
        m_bar->begin(QStringLiteral("Writing"));
        QTRY_VERIFY(m_bar->isVisible());
        QCOMPARE(m_bar->sentence(), QStringLiteral("Writing"));
        m_bar->setPercent(42);
        QCOMPARE(m_bar->findChild<QProgressBar *>()->value(), 42);
        QVERIFY(!m_bar->findChild<QProgressBar *>()->accessibleName().isEmpty());
        auto *cancel = m_bar->findChild<QPushButton *>(QStringLiteral("cancelWork"));
        cancel->click();
        cancel->click();
        QCOMPARE(cancelled.size(), 1);
        m_bar->end();
        QVERIFY(m_bar->isHidden());
        // and the next work begins at nothing, and can be left off again
        m_bar->begin(QStringLiteral("Writing again"));
        QTRY_VERIFY(m_bar->isVisible());
        QCOMPARE(m_bar->findChild<QProgressBar *>()->value(), 0);
        cancel->click();
        QCOMPARE(cancelled.size(), 2);
    }

  private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    WorkBar *m_bar = nullptr;
};

} // namespace relaydesk

QTEST_MAIN(relaydesk::WorkBarTest)
#include "workbar_test.moc"
