// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Saved replies and macros: filled in, kept with their versions, run as one deed.
#include "models/desk/macrobook.h"
#include "tests/models/desk/careroom.h"
#include <QtTest/QtTest>

namespace relaydesk {

class MacrosTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_room = std::make_unique<CareRoom>(m_onDisk); }
    void cleanup() { m_room.reset(); }
    void shouldFillInWhatIsKnown_data();
    void shouldFillInWhatIsKnown();
    void shouldKeepMacrosWithTheirVersions();
    void shouldRefuseAWrongMacro_data();
    void shouldRefuseAWrongMacro();
    void shouldRefuseAnOlderVersion();
    void shouldExportAndImport();
    void shouldImportAllOrNothing();
    void shouldAskForWhatIsMissing();
    void shouldRunAStackAsOneDeed();
    void shouldDoNothingWhenOneActionFails();
    void shouldSendTheTextWhenAskedTo();
    void shouldLeaveTheResolutionToWhoSendsTheText();

  protected:
    bool m_onDisk = false;
    std::unique_ptr<CareRoom> m_room;
    AgentId anna() { return m_room->room->anna; }
    Desk &desk() { return *m_room->room->desk; }
    MacroBook book() { return MacroBook(desk()); }
    int saved(const Macro &macro) { return book().save(macro).value_or(Macro{}).id; }
};

class MacrosOnDiskTest : public MacrosTest {
    Q_OBJECT

  public:
    MacrosOnDiskTest() { m_onDisk = true; }
};

void MacrosTest::shouldFillInWhatIsKnown_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filled");
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("a fact") << u"Hello {{customer.name}}."_qs << u"Hello Maya."_qs << QStringList{};
    QTest::newRow("spaces and capitals") << u"{{ Customer.Name }}!"_qs << u"Maya!"_qs << QStringList{};
    QTest::newRow("a question") << u"Order {{ask:Order number}}"_qs << u"Order {{ask:Order number}}"_qs
                                << QStringList{u"Order number"_qs};
    QTest::newRow("answered") << u"On {{ask: Day }} at {{ask:Day}}"_qs << u"On Monday at Monday"_qs << QStringList{};
    QTest::newRow("an empty fact") << u"{{customer.email}}"_qs << u"{{customer.email}}"_qs
                                   << QStringList{u"customer.email"_qs};
    QTest::newRow("twice") << u"{{ask:A}} {{ask:A}}"_qs << u"{{ask:A}} {{ask:A}}"_qs << QStringList{u"A"_qs};
    QTest::newRow("not filled in again") << u"{{agent.name}}"_qs << u"{{customer.name}}"_qs << QStringList{};
    QTest::newRow("no variable") << u"{customer} {{}} }}"_qs << u"{customer} {{}} }}"_qs << QStringList{};
}

void MacrosTest::shouldFillInWhatIsKnown() {
    QFETCH(QString, text);
    QFETCH(QString, filled);
    QFETCH(QStringList, missing);
    const MacroFacts facts{{u"customer.name"_qs, u"Maya"_qs},
                           {u"customer.email"_qs, QString()},
                           {u"agent.name"_qs, u"{{customer.name}}"_qs}};
    const MacroText done = filledIn(text, facts, {{u"Day"_qs, u" Monday "_qs}, {u"A"_qs, u" "_qs}});
    QCOMPARE(done.text, filled);
    QCOMPARE(done.missing, missing);
}

void MacrosTest::shouldKeepMacrosWithTheirVersions() {
    // GIVEN two macros, the first changed once
    Macro macro =
        *book().save({.name = u" Refund  sent "_qs, .shortcut = u"refund"_qs, .text = u"It is on its way."_qs});
    QCOMPARE(macro.name, u"Refund sent"_qs);
    m_room->room->clock.advance(1000);
    macro.text = u"It is on its way to you."_qs;
    macro.actions = {{MacroDeed::Tag, u"refund"_qs}};
    QCOMPARE(book().save(macro)->version, 2);
    const int other = saved({.name = u"Away"_qs, .text = u"Back tomorrow."_qs});
    // THEN they are read by name, with every version
    const auto macros = *readMacros(m_room->room->stores().settings);
    QCOMPARE(macros.size(), 2);
    QCOMPARE(macros.first().name, u"Away"_qs);
    QCOMPARE(macros.last().actions, macro.actions);
    const auto versions = *macroVersions(m_room->room->stores().events, macro.id);
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions.last().text, u"It is on its way."_qs);
    // AND one that is removed is gone from the list only
    QVERIFY(book().remove(other));
    QCOMPARE(readMacros(m_room->room->stores().settings)->size(), 1);
    QVERIFY(macroVersions(m_room->room->stores().events, other)->first().isDeleted);
    QVERIFY(!book().remove(other));
    QCOMPARE(saved({.name = u"Away"_qs, .text = u"Gone."_qs}), other + 1); // its number is not given again
}

void MacrosTest::shouldRefuseAWrongMacro_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shortcut");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("value");
    QTest::newRow("no name") << u" "_qs << QString() << QString() << QString();
    QTest::newRow("the name is taken") << u"WELCOME"_qs << QString() << QString() << QString();
    QTest::newRow("the shortcut is taken") << u"New"_qs << u"Hi"_qs << QString() << QString();
    QTest::newRow("two words") << u"New"_qs << u"two words"_qs << QString() << QString();
    QTest::newRow("no tag") << u"New"_qs << QString() << u"tag"_qs << u" , "_qs;
    QTest::newRow("no agent") << u"New"_qs << QString() << u"assign"_qs << QString();
    QTest::newRow("no priority") << u"New"_qs << QString() << u"priority"_qs << u"huge"_qs;
    QTest::newRow("no time") << u"New"_qs << QString() << u"snooze"_qs << u"later"_qs;
    QTest::newRow("resolving how?") << u"New"_qs << QString() << u"resolve"_qs << u"twice"_qs;
}

void MacrosTest::shouldRefuseAWrongMacro() {
    QFETCH(QString, name);
    QFETCH(QString, shortcut);
    QFETCH(QString, action);
    QFETCH(QString, value);
    QVERIFY(saved({.name = u"Welcome"_qs, .shortcut = u"hi"_qs, .text = u"Hello."_qs}));
    Macro macro{.name = name, .shortcut = shortcut, .text = u"Text"_qs};
    if (!action.isEmpty())
        macro.actions = {{*fromKey<MacroDeed>(action), value}};
    const auto refused = book().save(macro);
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(u"Nothing was saved."_qs), qPrintable(refused.error().sentence));
    QCOMPARE(readMacros(m_room->room->stores().settings)->size(), 1);
    QVERIFY(!book().save({.name = u"Empty"_qs}));
}

void MacrosTest::shouldRefuseAnOlderVersion() {
    const Macro mine = *book().save({.name = u"Welcome"_qs, .text = u"Hello."_qs});
    Macro theirs = mine;
    theirs.text = u"Good morning."_qs;
    QVERIFY(book().save(theirs));
    const auto refused = book().save(mine);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(book().find(mine.id)->text, theirs.text);
}

void MacrosTest::shouldExportAndImport() {
    const Macro macro{.name = u"Welcome"_qs,
                      .shortcut = u"hi"_qs,
                      .text = u"Hello {{customer.first}}."_qs,
                      .actions = {{MacroDeed::Tag, u"greeted"_qs}, {MacroDeed::Snooze, u"2h30m"_qs}}};
    const int id = saved(macro);
    const QByteArray file = toJson(*readMacros(m_room->room->stores().settings));
    // WHEN the file comes into another desk, THEN they are the same
    CareRoom other(false);
    MacroBook there(*other.room->desk);
    QCOMPARE(*there.import(file), 1);
    Macro copy = readMacros(other.room->stores().settings)->first();
    QCOMPARE(copy.text, macro.text);
    QCOMPARE(copy.actions, macro.actions);
    // AND into the same one, it is the next version
    QCOMPARE(*book().import(file), 1);
    QCOMPARE(book().find(id)->version, 2);
}

void MacrosTest::shouldImportAllOrNothing() {
    const QByteArray half = "{\"macros\": [{\"name\": \"A\", \"text\": \"a\"}, {\"name\": \"B\", \"actions\": "
                            "[{\"deed\": \"priority\", \"value\": \"huge\"}]}]}";
    for (const QByteArray &file :
         {half, QByteArray("{}"), QByteArray("nonsense"),
          QByteArray("{\"macros\": [{\"name\": \"A\", \"actions\": [{\"deed\": \"dance\"}]}]}")}) {
        const auto refused = book().import(file);
        QVERIFY(!refused && !refused.error().sentence.isEmpty());
        QVERIFY(readMacros(m_room->room->stores().settings)->isEmpty());
    }
}

void MacrosTest::shouldAskForWhatIsMissing() {
    const int one = saved({.name = u"One"_qs, .text = u"{{customer.first}}: {{ask:Order number}}"_qs});
    const int two = saved({.name = u"Two"_qs,
                           .text = u"{{ask:Order number}}, {{ask:Day}}"_qs,
                           .actions = {{MacroDeed::Note, u"Told {{ask:Whom}}"_qs}}});
    QCOMPARE(*book().questionsOf({one, two}, m_room->first, anna()),
             (QStringList{u"Order number"_qs, u"Day"_qs, u"Whom"_qs}));
    const auto refused = book().run({one, two}, m_room->first, anna(), {{u"Day"_qs, u"Monday"_qs}});
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(u"Order number, Whom"_qs), qPrintable(refused.error().sentence));
    const auto done = book().run({one, two}, m_room->first, anna(),
                                 {{u"Day"_qs, u"Monday"_qs}, {u"Order number"_qs, u"17"_qs}, {u"Whom"_qs, u"Ben"_qs}});
    QVERIFY(done);
    QCOMPARE(done->text, u"Maya: 17\n\n17, Monday"_qs);
    QCOMPARE(m_room->room->events(EventKind::Noted).last().data.value(u"text"_qs).toString(), u"Told Ben"_qs);
}

void MacrosTest::shouldRunAStackAsOneDeed() {
    const int tag = saved({.name = u"Tag"_qs, .actions = {{MacroDeed::Tag, u"Refund, late fee"_qs}}});
    const int rest = saved({.name = u"Rest"_qs,
                            .actions = {{MacroDeed::Priority, u"high"_qs},
                                        {MacroDeed::Assign, u"ben ode"_qs},
                                        {MacroDeed::Untag, u"refund"_qs},
                                        {MacroDeed::Snooze, u"in 2 days"_qs}}});
    const Ticket before = m_room->ticket(m_room->first);
    const auto run = book().run({tag, rest}, m_room->first, anna());
    QVERIFY2(run, run ? "" : qPrintable(run.error().sentence));
    const Ticket after = m_room->ticket(m_room->first);
    QCOMPARE(after.tags, QStringList{u"late fee"_qs});
    QCOMPARE(after.priority, Priority::High);
    QCOMPARE(after.agent, m_room->room->ben);
    QCOMPARE(after.snoozedUntil, m_room->room->clock.now().addDays(2));
    QVERIFY(run->deed.sentence.contains(u"Tag, Rest"_qs));
    QVERIFY(m_room->care().undo(run->deed, anna()));
    QCOMPARE(m_room->ticket(m_room->first), before);
}

void MacrosTest::shouldDoNothingWhenOneActionFails() {
    const int id = saved({.name = u"Broken"_qs,
                          .text = u"Hello."_qs,
                          .actions = {{MacroDeed::Tag, u"vip"_qs}, {MacroDeed::Assign, u"Nobody Knows"_qs}}});
    const auto said = m_room->messages(m_room->room->conversation);
    QVERIFY(!book().run({id}, m_room->first, anna(), {}, true));
    QVERIFY(m_room->ticket(m_room->first).tags.isEmpty());
    QCOMPARE(m_room->messages(m_room->room->conversation), said);
    QVERIFY(!book().run({99}, m_room->first, anna()));
}

void MacrosTest::shouldSendTheTextWhenAskedTo() {
    const int id = saved({.name = u"Solved"_qs,
                          .text = u"Hello {{customer.first}}, ticket {{ticket.id}} is done. {{agent.first}}"_qs,
                          .actions = {{MacroDeed::Resolve, u"without learning"_qs}}});
    const auto run = book().run({id}, m_room->first, anna(), {}, true);
    QVERIFY2(run, run ? "" : qPrintable(run.error().sentence));
    const QString sent = u"Hello Maya, ticket %1 is done. Anna"_qs.arg(m_room->first.value);
    QCOMPARE(run->text, sent);
    QVERIFY(m_room->texts(m_room->room->conversation).contains(sent));
    QCOMPARE(m_room->ticket(m_room->first).status, TicketStatus::Resolved);
    // AND the undo opens it again; what was sent stays sent
    QVERIFY(m_room->care().undo(run->deed, anna()));
    QVERIFY(m_room->ticket(m_room->first).isOpen());
    QVERIFY(m_room->texts(m_room->room->conversation).contains(sent));
}

void MacrosTest::shouldLeaveTheResolutionToWhoSendsTheText() {
    const MacroAction solved{MacroDeed::Resolve, u"without learning"_qs};
    const int id = saved({.name = u"Solved"_qs, .text = u"Done."_qs, .actions = {{MacroDeed::Tag, u"vip"_qs}, solved}});
    const auto run = book().run({id}, m_room->first, anna());
    QCOMPARE(run->resolution, std::optional(solved));
    QVERIFY(m_room->ticket(m_room->first).isOpen());
    QCOMPARE(m_room->ticket(m_room->first).tags, QStringList{u"vip"_qs});
    // AND without a text nothing has to wait
    const int silent = saved({.name = u"Spam"_qs, .actions = {solved}});
    QVERIFY(!book().run({silent}, m_room->first, anna())->resolution);
    QCOMPARE(m_room->ticket(m_room->first).status, TicketStatus::Resolved);
}

} // namespace relaydesk

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    relaydesk::MacrosTest inMemory;
    relaydesk::MacrosOnDiskTest onDisk;
    return QTest::qExec(&inMemory, argc, argv) + QTest::qExec(&onDisk, argc, argv);
}
#include "macros_test.moc"
