// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That bubbles and tickets are painted inside the room they ask for, whatever stands in them.
#include "models/items/messagelistmodel.h"
#include "ui/widgets/bubbledelegate.h"
#include "ui/widgets/dayseparator.h"
#include "ui/widgets/ticketdelegate.h"
#include <QtGui/QPainter>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

namespace relaydesk {

class DelegatesTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }
    void shouldPaintBubblesInsideTheirRow_data();
    void shouldPaintBubblesInsideTheirRow();
    void shouldPutEachSpeakerInTheRightColourAndSide_data();
    void shouldPutEachSpeakerInTheRightColourAndSide();
    void shouldPaintTicketsInsideTheirRow_data();
    void shouldPaintTicketsInsideTheirRow();
    void shouldSayHowLongSomebodyWaits_data();
    void shouldSayHowLongSomebodyWaits();
    void shouldSeparateDays_data();
    void shouldSeparateDays();

  private:
    QImage painted(const QStyledItemDelegate &delegate, const QModelIndex &index, int width, int room) const;

    std::unique_ptr<Theme> m_theme;
};

namespace {

constexpr int around = 40; // pixels about a row that must stay untouched

bool isUntouched(const QImage &image, const QRect &area) {
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (image.pixelColor(x, y).alpha() != 0)
                return false;
        }
    }
    return true;
}

} // namespace

//! The row painted on nothing, with `around` pixels above and below it.
QImage DelegatesTest::painted(const QStyledItemDelegate &delegate, const QModelIndex &index, int width,
                              int room) const {
    QStyleOptionViewItem option;
    option.font = QApplication::font();
    option.rect = QRect(0, around, width, room);
    QImage image(width, room + 2 * around, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setFont(option.font);
    delegate.paint(&painter, option, index);
    return image;
}

void DelegatesTest::shouldPaintBubblesInsideTheirRow_data() {
    QTest::addColumn<Author>("author");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    const QString wide = QStringLiteral("W").repeated(300);
    const QString arabic = QStringLiteral("\u0645\u0631\u062D\u0628\u0627 ").repeated(40);
    for (const int width : {160, 320, 900}) {
        const auto add = [width](const char *name, Author author, const QString &text) {
            QTest::newRow(qPrintable(QStringLiteral("%1 at %2").arg(QLatin1String(name)).arg(width)))
                << author << text << width;
        };
        add("one word", Author::Customer, QStringLiteral("Thanks"));
        add("a word without end", Author::Customer, wide);
        add("right to left", Author::Customer, arabic);
        add("many lines", Author::Customer, QStringLiteral("line\n").repeated(80));
        add("a list", Author::Assistant, QStringLiteral("Do:\n\n1. **one**\n2. two\n\n`code` [x](https://x.example)"));
        add("a table", Author::Agent, QStringLiteral("|a|b|\n|---|---|\n|1|2|"));
        add("a notice", Author::System, QStringLiteral("Dana joined the conversation"));
        add("nothing", Author::Agent, QString());
    }
}

void DelegatesTest::shouldPaintBubblesInsideTheirRow() {
    QFETCH(Author, author);
    QFETCH(QString, text);
    QFETCH(int, width);
    MessageListModel model;
    model.show({{.id = {1},
                 .author = author,
                 .speaker = QStringLiteral("A speaker with a long name"),
                 .text = text,
                 .at = QDateTime(QDate(2026, 11, 3), QTime(9, 5)),
                 .remark = QStringLiteral("article “Reset a password” · 0.94")}});
    const BubbleDelegate delegate(*m_theme, BubbleDelegate::Side::Agent);
    QStyleOptionViewItem option;
    option.font = QApplication::font();
    option.rect = QRect(0, 0, width, 0);
    const int room = delegate.sizeHint(option, model.index(0)).height();
    const QImage image = painted(delegate, model.index(0), width, room);
    QVERIFY2(isUntouched(image, QRect(0, 0, width, around)), "paints above its row");
    QVERIFY2(isUntouched(image, QRect(0, around + room, width, around)), "paints below its row");
    QVERIFY2(isUntouched(image, QRect(0, around, 8, room)), "touches the left edge");
    QVERIFY2(isUntouched(image, QRect(width - 8, around, 8, room)), "touches the right edge");
    QVERIFY2(!isUntouched(image, image.rect()), "paints nothing");
}

void DelegatesTest::shouldPutEachSpeakerInTheRightColourAndSide_data() {
    using Side = BubbleDelegate::Side;
    QTest::addColumn<Side>("side");
    QTest::addColumn<Author>("author");
    QTest::addColumn<QColor>("fill");
    QTest::addColumn<bool>("right");
    const Tokens &t = lightTokens();
    QTest::newRow("customer, own pane") << Side::Customer << Author::Customer << t.accent << true;
    QTest::newRow("assistant, customer's pane") << Side::Customer << Author::Assistant << t.assistantSoft << false;
    QTest::newRow("agent, customer's pane") << Side::Customer << Author::Agent << t.peopleSoft << false;
    QTest::newRow("customer, agent's pane") << Side::Agent << Author::Customer << t.bubble << false;
    QTest::newRow("assistant, agent's pane") << Side::Agent << Author::Assistant << t.assistantSoft << false;
    QTest::newRow("agent, own pane") << Side::Agent << Author::Agent << t.peopleSoft << true;
}

void DelegatesTest::shouldPutEachSpeakerInTheRightColourAndSide() {
    QFETCH(BubbleDelegate::Side, side);
    QFETCH(Author, author);
    m_theme->choose(ThemeChoice::Light);
    MessageListModel model;
    model.show({{.id = {1}, .author = author, .text = QStringLiteral("hi")}});
    const BubbleDelegate delegate(*m_theme, side);
    QStyleOptionViewItem option;
    option.font = QApplication::font();
    option.rect = QRect(0, 0, 500, 0);
    const int room = delegate.sizeHint(option, model.index(0)).height();
    const QImage image = painted(delegate, model.index(0), 500, room);
    const int line = around + 4; // inside the bubble, above its text
    QFETCH(bool, right);
    QTEST(image.pixelColor(right ? 500 - 14 - 16 : 14 + 16, line), "fill");
    QCOMPARE(image.pixelColor(right ? 14 + 16 : 500 - 14 - 16, line).alpha(), 0);
}

void DelegatesTest::shouldPaintTicketsInsideTheirRow_data() {
    QTest::addColumn<int>("width");
    QTest::newRow("narrow") << 150;
    QTest::newRow("usual") << 300;
    QTest::newRow("wide") << 900;
}

void DelegatesTest::shouldPaintTicketsInsideTheirRow() {
    QFETCH(int, width);
    TicketListModel model;
    model.show({{.id = {1},
                 .customer = QStringLiteral("Somebody With A Very Long Name Indeed"),
                 .question = QStringLiteral("A question\nin two lines that is longer than any row could ever be"),
                 .category = HandoffCategory::MissingKnowledge,
                 .confidence = 0.31,
                 .openedAt = QDateTime::currentDateTimeUtc().addSecs(-400),
                 .tags = {QStringLiteral("billing"), QStringLiteral("a very long tag that has no room"),
                          QStringLiteral("DE")}}});
    const TicketDelegate delegate(*m_theme);
    QStyleOptionViewItem option;
    option.font = QApplication::font();
    const int room = delegate.sizeHint(option, model.index(0)).height();
    const QImage image = painted(delegate, model.index(0), width, room);
    QVERIFY(isUntouched(image, QRect(0, 0, width, around + 8)));
    QVERIFY(isUntouched(image, QRect(0, around + room, width, around)));
    QVERIFY2(isUntouched(image, QRect(0, around + room - 9, width, 8)), "the chips reach into the padding");
    QVERIFY2(isUntouched(image, QRect(width - 11, around, 11, room - 1)), "something reaches into the right padding");
}

void DelegatesTest::shouldSayHowLongSomebodyWaits_data() {
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("not yet") << qint64(-5) << QStringLiteral("under a minute");
    QTest::newRow("just now") << qint64(59) << QStringLiteral("under a minute");
    QTest::newRow("a minute") << qint64(60) << QStringLiteral("1 min");
    QTest::newRow("an hour") << qint64(3900) << QStringLiteral("1 h 5 min");
    QTest::newRow("a day") << qint64(90000) << QStringLiteral("1 day");
    QTest::newRow("days") << qint64(3 * 86400) << QStringLiteral("3 days");
}

void DelegatesTest::shouldSayHowLongSomebodyWaits() {
    QFETCH(qint64, seconds);
    QTEST(waitingWords(seconds), "words");
}

void DelegatesTest::shouldSeparateDays_data() {
    QTest::addColumn<QDateTime>("before");
    QTest::addColumn<QDateTime>("at");
    QTest::addColumn<QString>("words");
    const QDate today(2026, 11, 22);
    const auto on = [](int year, int month, int day) { return QDateTime(QDate(year, month, day), QTime(12, 0)); };
    QTest::newRow("first message today") << QDateTime() << on(2026, 11, 22) << QStringLiteral("Today");
    QTest::newRow("same day") << on(2026, 11, 22) << on(2026, 11, 22).addSecs(60) << QString();
    QTest::newRow("yesterday") << on(2026, 11, 20) << on(2026, 11, 21) << QStringLiteral("Yesterday");
    QTest::newRow("this year") << QDateTime() << on(2026, 11, 3)
                               << QLocale().toString(QDate(2026, 11, 3), QStringLiteral("dddd, d MMMM"));
    QTest::newRow("another year") << on(2024, 1, 1) << on(2025, 12, 31)
                                  << QLocale().toString(QDate(2025, 12, 31), QStringLiteral("dddd, d MMMM yyyy"));
    QTest::newRow("no time") << QDateTime() << QDateTime() << QString();
}

void DelegatesTest::shouldSeparateDays() {
    QFETCH(QDateTime, before);
    QFETCH(QDateTime, at);
    QTEST(daySeparator(before, at, QDate(2026, 11, 22)), "words");
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::DelegatesTest)
#include "delegates_test.moc"
