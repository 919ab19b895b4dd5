// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the analytics page waits for with 10,000 conversations in a database: its report, and the longest list behind
//! it.
#include "app/storage/sqlitestores.h"
#include "models/analytics/reading.h"
#include "models/desk/eventdata.h"
#include "tests/models/analytics/deskhistory.h"
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <cstdio>

using namespace relaydesk;

namespace {

Verdict ordinaryVerdict() {
    Verdict verdict{.answer = QStringLiteral("Choose Forgot password on the sign-in page. ").repeated(6)};
    for (const char *name : {"similarity", "specificity", "certainty", "history"})
        verdict.confidence.factors.append({QString::fromLatin1(name), 0.5, 0.25});
    for (int source = 1; source <= 5; ++source)
        verdict.sources.append({ArticleId{source}, QStringLiteral("Reset a password by e-mail"), 0.5});
    return verdict;
}

template <typename Deed>
void measure(const char *what, Deed deed) {
    QElapsedTimer timer;
    timer.start();
    const int number = deed();
    std::printf("%-44s %7.0f ms  (%d)\n", what, double(timer.nsecsElapsed()) / 1e6, number);
}

} // namespace

int main() {
    const QTemporaryDir folder;
    const QDate today(2026, 11, 30);
    DeskHistory history(10, QTimeZone::utc());
    history.setVerdictData(toJson(ordinaryVerdict()));
    history.write(today.addDays(-334), today, 37);
    const auto storage = SqliteStores::open(folder.filePath(QStringLiteral("desk.db")), OpenMode::ReadWrite);
    if (!storage || !history.save((*storage)->stores()))
        return 1;
    const Stores stores = (*storage)->stores();
    std::printf("%d conversations, %d events\n", history.conversations(), int(history.events().size()));
    AnalyticsReport all;
    for (const int days : {30, 90, 0}) {
        const Period period{days == 0 ? QDate() : today.addDays(1 - days), today, QTimeZone::utc()};
        const QByteArray what = days == 0 ? "report of all days" : "report of " + QByteArray::number(days) + " days";
        measure(what, [&] {
            all = readReport(stores, period).value_or(AnalyticsReport());
            return all.now.figures.totalQueries;
        });
    }
    measure("counting alone, all days", [&, events = history.events()] {
        return computeReport(events, {QDate(), today, QTimeZone::utc()}).now.figures.totalQueries;
    });
    measure("the conversations behind all queries", [&] {
        return int(
            readCases(stores, countsBehind(all, Subject::TotalQueries)).value_or(QVector<ConversationCase>()).size());
    });
    return 0;
}
