// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The calls beyond the first version, without a socket: customers, tickets, articles, proposals, files.
#include "tests/app/api/apiroom.h"
#include <QtTest/QTest>

using namespace relaydesk;

class VersionOneTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldShowACustomerTheOwnConversationAlone();
    void shouldTakeACustomersDeeds();
    void shouldOfferChoicesAndAnswerThePick_data();
    void shouldOfferChoicesAndAnswerThePick();
    void shouldRefuseAChoiceThatIsNotOffered();
    void shouldCarryATicketToItsEnd();
    void shouldKeepNotesFromTheCustomer();
    void shouldGiveATicketBack();
    void shouldNotLetTwoAgentsAnswerOneTicket();
    void shouldLoseNoChangeOfAnArticle();
    void shouldFindAndImportArticles();
    void shouldTurnPages();
    void shouldTurnThePageFromWhatIsGone();
    void shouldDecideOnProposals();
    void shouldKeepFilesByTheirContent_data();
    void shouldKeepFilesByTheirContent();
    void shouldGiveAFileToItsConversationAlone();
    void shouldServeThePageAndNothingFromElsewhere();

  private:
    static QByteArray own(const QString &session, const char *what) {
        return "/api/v1/conversations/" + session.toLatin1() + what;
    }
    static QByteArray ticket(const char *verb = "") { return QByteArray("/api/v1/tickets/1") + verb; }
};

void VersionOneTest::shouldShowACustomerTheOwnConversationAlone() {
    ApiRoom api;
    const QString session = api.session(), other = api.session();
    api.say(session, DeskRoom::known);
    const QJsonArray messages =
        objectOf(api.get(own(session, "/messages"), session.toLatin1())).value(u"messages").toArray();
    QCOMPARE(messages.size(), 2);
    const QByteArray after = "/messages?after=" + QByteArray::number(messages.first()[u"id"].toInteger());
    QCOMPARE(objectOf(api.get(own(session, after.constData()), session.toLatin1())).value(u"messages").toArray().size(),
             1);
    QCOMPARE(api.get(own(session, "/messages")).status, 401);
    QCOMPARE(api.get(own(session, "/messages"), other.toLatin1()).status, 401);
    QCOMPARE(api.get("/api/v1/conversations/nobody/messages", "nobody").status, 404);
    ApiHeaders seen = ApiRoom::bearerOf(session.toLatin1());
    seen.emplaceBack("Last-Event-ID", "the last");
    const ApiResponse refused = api.call("GET", own(session, "/events"), {}, seen).response;
    QCOMPARE(refused.status, 400);
    QCOMPARE(objectOf(refused).value(u"field").toString(), QStringLiteral("Last-Event-ID"));
    QCOMPARE(api.offences, QStringList());
}

void VersionOneTest::shouldTakeACustomersDeeds() {
    ApiRoom api;
    const QString session = api.session();
    const QByteArray bearer = session.toLatin1();
    QCOMPARE(api.post(own(session, "/solved"), {{QStringLiteral("solved"), true}}, bearer).status, 409);
    const QJsonObject message{{QStringLiteral("message"), DeskRoom::known}};
    QCOMPARE(api.post(own(session, "/messages"), message, bearer, "m1").status, 201);
    QCOMPARE(api.post(own(session, "/messages"), message, bearer, "m1").status, 201);
    QCOMPARE(api.post(own(session, "/rating"), {{QStringLiteral("stars"), 5}}, bearer).status, 200);
    QCOMPARE(api.post(own(session, "/rating"), {{QStringLiteral("stars"), 6}}, bearer).status, 422);
    QCOMPARE(objectOf(api.get("/api/analytics", api.agent)).value(u"ai_confirmed").toInt(), 1);
    QCOMPARE(api.post(own(session, "/solved"), {{QStringLiteral("solved"), true}}, bearer).status, 200);
    QCOMPARE(api.post(own(session, "/person"), {}, bearer).status, 200);
    const QJsonObject view = objectOf(api.get(own(session, "/messages"), bearer));
    QCOMPARE(view[u"conversation"][u"owner"].toString(), QStringLiteral("queue"));
    QCOMPARE(api.offences, QStringList());
}

void VersionOneTest::shouldOfferChoicesAndAnswerThePick_data() {
    QTest::addColumn<int>("place"); // from 0; -1: none of these
    QTest::addColumn<bool>("needsHuman");
    QTest::newRow("the first") << 0 << false;
    QTest::newRow("the second") << 1 << false;
    QTest::newRow("none of these") << -1 << true;
}

void VersionOneTest::shouldOfferChoicesAndAnswerThePick() {
    QFETCH(int, place);
    QFETCH(bool, needsHuman);
    // GIVEN a question that two articles fit
    ApiRoom api(false);
    api.room.setAsksBack(true);
    const QString session = api.session();
    const QJsonObject asked = api.say(session, DeskRoom::twofold);
    const QJsonArray choices = asked.value(u"choices").toArray();
    QCOMPARE(choices.size(), 2);
    QCOMPARE(asked.value(u"needsHuman").toBool(), false);
    const QJsonArray messages =
        objectOf(api.get(own(session, "/messages"), session.toLatin1())).value(u"messages").toArray();
    QCOMPARE(messages.last()[u"choices"].toArray(), choices);
    // WHEN the customer picks, twice by mistake
    const QJsonObject pick{{QStringLiteral("article"), place < 0 ? QJsonValue() : choices[place][u"article"]}};
    const ApiResponse given = api.post(own(session, "/choice"), pick, session.toLatin1(), "pick");
    QCOMPARE(given.status, 200);
    QCOMPARE(api.post(own(session, "/choice"), pick, session.toLatin1(), "pick").body, given.body);
    // THEN the answer is that article's, or a person's to give
    QCOMPARE(objectOf(given).value(u"needsHuman").toBool(), needsHuman);
    QVERIFY(!objectOf(given).contains(u"choices"));
    if (!needsHuman)
        QCOMPARE(objectOf(given).value(u"response").toString(),
                 api.room.stores().articles.article(ArticleId{choices[place][u"article"].toInteger()})->answer);
    QCOMPARE(api.offences, QStringList());
}

void VersionOneTest::shouldRefuseAChoiceThatIsNotOffered() {
    ApiRoom api(false);
    api.room.setAsksBack(true);
    const QString session = api.session();
    const QByteArray bearer = session.toLatin1();
    const auto choose = [&](const QJsonValue &article) {
        return api.post(own(session, "/choice"), {{QStringLiteral("article"), article}}, bearer).status;
    };
    QCOMPARE(choose(1), 409); // nothing was asked
    api.say(session, DeskRoom::twofold);
    QCOMPARE(choose(77), 409);
    QCOMPARE(choose(0), 422);
    QCOMPARE(choose(QStringLiteral("1")), 422);
    QCOMPARE(api.post(own(session, "/choice"), {}, bearer).status, 422);
    QCOMPARE(api.post(own(session, "/choice"), {{QStringLiteral("article"), 2}}).status, 401);
    QCOMPARE(choose(QJsonValue()), 200);
    QCOMPARE(api.offences, QStringList());
}

void VersionOneTest::shouldCarryATicketToItsEnd() {
    ApiRoom api(false);
    api.say(api.session(), DeskRoom::unknown);
    QCOMPARE(api.post(ticket("/claim"), {}, api.agent).status, 200);
    QCOMPARE(objectOf(api.get("/api/v1/tickets?status=claimed", api.agent)).value(u"tickets")[0][u"agent"].toString(),
             QStringLiteral("Dana Ortiz"));
    QCOMPARE(
        api.post(ticket("/reply"), {{QStringLiteral("text"), QStringLiteral("One moment, please.")}}, api.agent).status,
        201);
    const QJsonObject ended =
        objectOf(api.post(ticket("/resolve"),
                          {{QStringLiteral("answer"),
                            QStringLiteral("The second charge is refunded within five working days to your card.")}},
                          api.agent));
    QCOMPARE(ended.value(u"learned").toBool(), true);
    QCOMPARE(api.post(ticket("/resolve"), {}, api.agent).status, 409);
    QCOMPARE(api.post(ticket("/reply"), {{QStringLiteral("text"), QStringLiteral("late")}}, api.agent).status, 409);
    QCOMPARE(api.get("/api/v1/tickets/77", api.agent).status, 404);
    QCOMPARE(api.offences, QStringList());
}

void VersionOneTest::shouldKeepNotesFromTheCustomer() {
    ApiRoom api(false);
    const QString session = api.session();
    api.say(session, DeskRoom::unknown);
    QCOMPARE(api.post(ticket("/note"), {{QStringLiteral("text"), QStringLiteral("Called twice last week.")}}, api.agent)
                 .status,
             201);
    QCOMPARE(objectOf(api.get(ticket(), api.agent)).value(u"notes")[0][u"text"].toString(),
             QStringLiteral("Called twice last week."));
    QVERIFY(!api.get(own(session, "/messages"), session.toLatin1()).body.contains("last week"));
    QCOMPARE(api.offences, QStringList());
}

void VersionOneTest::shouldGiveATicketBack() {
    ApiRoom api(false);
    const QString session = api.session();
    api.say(session, DeskRoom::unknown);
    QCOMPARE(api.post(ticket("/give-back"), {}, api.agent).status, 200);
    QCOMPARE(api.say(session, DeskRoom::known).value(u"needsHuman").toBool(), false);
}

void VersionOneTest::shouldNotLetTwoAgentsAnswerOneTicket() {
    ApiRoom api(false);
    api.say(api.session(), DeskRoom::unknown);
    const QByteArray second = api.key(QStringLiteral("Ben Ode"), KeyRole::Agent);
    QCOMPARE(api.post(ticket("/claim"), {}, api.agent).status, 200);
    QCOMPARE(api.post(ticket("/claim"), {}, second).status, 409);
    QCOMPARE(api.post(ticket("/reply"), {{QStringLiteral("text"), QStringLiteral("me too")}}, second).status, 409);
    QCOMPARE(api.post(ticket("/claim"), {{QStringLiteral("takeOver"), true}}, second).status, 200);
}

void VersionOneTest::shouldLoseNoChangeOfAnArticle() {
    ApiRoom api;
    const QJsonObject article{{QStringLiteral("title"), QStringLiteral("Where is my parcel?")},
                              {QStringLiteral("answer"), QStringLiteral("Open **Orders**.")},
                              {QStringLiteral("phrasings"), QJsonArray{QStringLiteral("track my parcel")}}};
    const ApiResponse made = api.post("/api/v1/articles", article, api.agent, "new");
    QCOMPARE(made.status, 201);
    QCOMPARE(api.post("/api/v1/articles", article, api.agent, "new").body, made.body);
    const QByteArray place = made.header("Location");
    const auto put = [&](const QByteArray &tag) {
        ApiHeaders headers = ApiRoom::bearerOf(api.agent);
        if (!tag.isEmpty())
            headers.emplaceBack("If-Match", tag);
        return api.call("PUT", place, QJsonDocument(article).toJson(), headers).response;
    };
    QCOMPARE(put({}).status, 428);
    QCOMPARE(put("\"99\"").status, 412);
    const ApiResponse changed = put(made.header("ETag"));
    QCOMPARE(changed.status, 200);
    QVERIFY(changed.header("ETag") != made.header("ETag"));
    QCOMPARE(put(made.header("ETag")).status, 412);
    ApiHeaders known = ApiRoom::bearerOf(api.agent);
    known.emplaceBack("If-None-Match", "\"99\", " + changed.header("ETag"));
    QCOMPARE(api.call("GET", place, {}, known).response.status, 304);
    ApiHeaders last = ApiRoom::bearerOf(api.agent);
    last.emplaceBack("If-Match", changed.header("ETag"));
    QCOMPARE(api.call("DELETE", place, {}, last).response.status, 204);
    QCOMPARE(objectOf(api.get(place, api.agent)).value(u"status").toString(), QStringLiteral("archived"));
    QCOMPARE(api.offences, QStringList());
}

void VersionOneTest::shouldFindAndImportArticles() {
    ApiRoom api;
    const QJsonValue found =
        objectOf(api.get("/api/v1/articles/search?q=reset+my+password", api.analyst)).value(u"articles");
    QCOMPARE(found[0][u"title"].toString(), DeskRoom::known);
    const QByteArray csv = "title,question,answer,tags\nWhere is my parcel?,track it,Open **Orders**.,delivery\n";
    ApiHeaders headers = ApiRoom::bearerOf(api.agent);
    headers.emplaceBack("Content-Type", "text/csv");
    QCOMPARE(objectOf(api.call("POST", "/api/v1/articles/import", csv, headers).response).value(u"added").toInt(), 1);
    QCOMPARE(objectOf(api.call("POST", "/api/v1/articles/import", csv, headers).response).value(u"unchanged").toInt(),
             1);
    QCOMPARE(api.call("POST", "/api/v1/articles/import", "no,such,columns\n1,2,3\n", headers).response.status, 422);
    headers.last().second = "application/pdf";
    QCOMPARE(api.call("POST", "/api/v1/articles/import", csv, headers).response.status, 415);
    QCOMPARE(api.get("/api/v1/articles/search", api.agent).status, 400);
    QCOMPARE(api.offences, QStringList());
}

void VersionOneTest::shouldTurnPages() {
    ApiRoom api;
    const QJsonObject first = objectOf(api.get("/api/v1/articles?limit=2", api.agent));
    QCOMPARE(first.value(u"articles").toArray().size(), 2);
    const QByteArray next = "/api/v1/articles?limit=2&after=" + QByteArray::number(first.value(u"next").toInteger());
    const QJsonObject second = objectOf(api.get(next, api.agent));
    QCOMPARE(second.value(u"articles").toArray().size(), 1);
    QVERIFY(second.value(u"next").isNull());
    for (const char *wrong : {"?limit=0", "?limit=many", "?limit=201", "?after=-1", "?status=gone", "?limt=2"})
        QCOMPARE(api.get(QByteArray("/api/v1/articles") + wrong, api.agent).status, 400);
    QCOMPARE(api.offences, QStringList());
}

void VersionOneTest::shouldTurnThePageFromWhatIsGone() {
    // GIVEN the first of three tickets as a page, with what names the next one
    ApiRoom api(false);
    for (int i = 0; i < 3; ++i)
        api.say(api.session(), DeskRoom::unknown);
    const QJsonObject first = objectOf(api.get("/api/tickets?limit=1", api.agent));
    const QByteArray next = "/api/tickets?limit=1&after=" + QByteArray::number(first.value(u"next").toInteger());
    // WHEN that ticket waits no more
    QCOMPARE(api.post(ticket("/claim"), {}, api.agent).status, 200);
    // THEN the next page begins after it
    QCOMPARE(objectOf(api.get(next, api.agent)).value(u"tickets")[0][u"id"].toInteger(), 2);
    QCOMPARE(objectOf(api.get("/api/tickets?after=9", api.agent)).value(u"tickets").toArray().size(), 0);
    QCOMPARE(api.offences, QStringList());
}

void VersionOneTest::shouldDecideOnProposals() {
    ApiRoom api(false);
    QVERIFY(api.room.desk->setSetting(QStringLiteral("learning.mode"), QStringLiteral("review")));
    const QString session = api.session();
    api.say(session, DeskRoom::unknown);
    const QJsonObject ended =
        objectOf(api.post(ticket("/resolve"),
                          {{QStringLiteral("answer"),
                            QStringLiteral("The second charge is refunded within five working days to your card.")}},
                          api.agent));
    QCOMPARE(ended.value(u"learned").toBool(), false);
    QCOMPARE(objectOf(api.get("/api/v1/proposals?status=pending", api.analyst)).value(u"proposals").toArray().size(),
             1);
    const QJsonObject published = objectOf(api.post(
        "/api/v1/proposals/1/publish", {{QStringLiteral("title"), QStringLiteral("Charged twice")}}, api.agent));
    QCOMPARE(published.value(u"status").toString(), QStringLiteral("published"));
    QCOMPARE(published.value(u"title").toString(), QStringLiteral("Charged twice"));
    QCOMPARE(objectOf(api.post("/api/v1/proposals/1/roll-back", {}, api.agent)).value(u"status").toString(),
             QStringLiteral("rolled_back"));
    QCOMPARE(api.post("/api/v1/proposals/9/publish", {}, api.agent).status, 404);
    QCOMPARE(api.offences, QStringList());
}

void VersionOneTest::shouldKeepFilesByTheirContent_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    QTest::newRow("text") << QByteArray("Dear desk,\n") << 201 << QStringLiteral("text/plain");
    QTest::newRow("pdf") << QByteArray("%PDF-1.7\n\x01\x02") << 201 << QStringLiteral("application/pdf");
    QTest::newRow("a program") << QByteArray("\x7f"
                                             "ELF\x02\x01",
                                             6)
                               << 415 << QString();
    QTest::newRow("zip") << QByteArray("PK\x03\x04") << 415 << QString();
    QTest::newRow("nothing") << QByteArray() << 422 << QString();
}

void VersionOneTest::shouldKeepFilesByTheirContent() {
    QFETCH(QByteArray, bytes);
    ApiRoom api;
    const QString session = api.session();
    const QByteArray form =
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../etc/photo.png\"\r\n"
        "Content-Type: image/png\r\n\r\n" +
        bytes + "\r\n--edge--\r\n";
    ApiHeaders headers = ApiRoom::bearerOf(session.toLatin1());
    headers.emplaceBack("Content-Type", "multipart/form-data; boundary=edge");
    const ApiResponse sent = api.call("POST", own(session, "/uploads"), form, headers).response;
    QTEST(sent.status, "status");
    if (sent.status == 201) {
        QTEST(objectOf(sent).value(u"type").toString(), "type");
        QCOMPARE(objectOf(sent).value(u"name").toString(), QStringLiteral("photo.png"));
        const ApiResponse back = api.get(objectOf(sent).value(u"url").toString().toLatin1(), session.toLatin1());
        QCOMPARE(back.body, bytes);
        QCOMPARE(back.contentType, QByteArray("application/octet-stream"));
        QVERIFY(back.header("Content-Disposition").startsWith("attachment;"));
        // It stands in the conversation, and the assistant was not asked about it.
        QCOMPARE(api.place.stores().conversations.messages(api.conversation(session), {}, 10)->size(), 1);
    }
    QCOMPARE(api.offences, QStringList());
}

void VersionOneTest::shouldGiveAFileToItsConversationAlone() {
    ApiRoom api;
    const QString session = api.session(), other = api.session();
    ApiHeaders headers = ApiRoom::bearerOf(session.toLatin1());
    headers += {{"Content-Type", "text/plain"}, {"X-File-Name", "note%201.txt"}};
    const ApiResponse sent = api.call("POST", own(session, "/uploads"), "hello", headers).response;
    QCOMPARE(objectOf(sent).value(u"name").toString(), QStringLiteral("note 1.txt"));
    const QByteArray id = objectOf(sent).value(u"id").toString().toLatin1();
    QCOMPARE(api.get(own(other, "/uploads/") + id, other.toLatin1()).status, 404);
    QCOMPARE(api.get(own(session, "/uploads/") + id, api.agent).status, 200);
    QCOMPARE(objectOf(api.get(own(session, "/uploads"), session.toLatin1())).value(u"uploads").toArray().size(), 1);
}

void VersionOneTest::shouldServeThePageAndNothingFromElsewhere() {
    ApiRoom api;
    for (const char *path :
         {"/", "/chat.js", "/chat.css", "/markdown.js", "/eventstream.js", "/widget.js", "/icon.svg"}) {
        const ApiResponse file = api.get(path);
        QCOMPARE(file.status, 200);
        QVERIFY(file.body.size() > 100);
        QVERIFY(!QByteArray(file.body).replace("http://www.w3.org/2000/svg", "").contains("//cdn"));
        QVERIFY(file.header("Content-Security-Policy").startsWith("default-src 'none'"));
        QVERIFY(!file.header("Content-Security-Policy").contains("unsafe"));
    }
    const QByteArray page = api.get("/").body;
    QVERIFY(!page.contains("style=") && !page.contains("onclick") && !page.contains("<script>"));
    QCOMPARE(api.offences, QStringList());
}

QTEST_GUILESS_MAIN(VersionOneTest)
#include "versionone_test.moc"
