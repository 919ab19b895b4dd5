// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/analytics/figuretiles.h"
#include "ui/analytics/analyticswords.h"
#include "ui/analytics/figuretile.h"
#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <cmath>

namespace relaydesk {

namespace {

using analyticswords::number;

//! Whether more of it is good, bad or neither.
enum class Wish { More, Less, Either };

struct Change {
    double size = 0; //!< now less before
    QString amount;  //!< in words, without a sign
    Wish wish = Wish::Either;
};

void put(TileText &text, const Change &change) {
    const bool isMore = change.size > 0;
    if (change.size == 0) {
        text.change = FigureTiles::tr("No change");
        return;
    }
    text.change = (isMore ? QStringLiteral("▲ ") : QStringLiteral("▼ ")) + change.amount;
    if (change.wish != Wish::Either)
        text.tone = isMore == (change.wish == Wish::More) ? Tone::Good : Tone::Bad;
}

Change changeOfNumber(int now, int before, Wish wish) {
    const double percent = before == 0 ? 0 : 100.0 * std::abs(now - before) / before;
    return {double(now - before),
            before == 0 ? number(std::abs(now - before)) : FigureTiles::tr("%1 %").arg(qRound(percent)), wish};
}

Change changeOfShare(int now, int nowOf, int before, int beforeOf, Wish wish) {
    const double points = std::round(1000.0 * now / nowOf) / 10 - std::round(1000.0 * before / beforeOf) / 10;
    return {points, FigureTiles::tr("%1 points").arg(QLocale().toString(std::abs(points), 'f', 1)), wish};
}

//! The tile without its change, which begins with what it is measured against.
TileText textOf(const QString &figure, const QString &note, const AnalyticsReport &report) {
    TileText text{.number = figure, .note = note};
    if (report.before && report.period.days() == 1)
        text.against = FigureTiles::tr("vs the day before");
    else if (report.before)
        text.against = FigureTiles::tr("vs %1 days before").arg(report.period.days());
    return text;
}

} // namespace

FigureTiles::FigureTiles(const Theme &theme, QWidget *parent) : QWidget(parent) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_queries = add(theme, Subject::TotalQueries, tr("Total queries"), QStringLiteral("tileTotalQueries"));
    m_assistant = add(theme, Subject::AiResolved, tr("Resolved by the assistant"), QStringLiteral("tileAiResolved"));
    m_people = add(theme, Subject::HumanResolved, tr("Resolved by people"), QStringLiteral("tileHumanResolved"));
    m_lessons = add(theme, Subject::LearningEvents, tr("Learning events"), QStringLiteral("tileLearningEvents"));
    m_reply = add(theme, Subject::FirstReplies, tr("Median first human reply"), QStringLiteral("tileFirstReply"));
}

FigureTile *FigureTiles::add(const Theme &theme, Subject subject, const QString &title, const QString &name) {
    auto *tile = new FigureTile(theme, title, name, this);
    layout()->addWidget(tile);
    connect(tile, &QAbstractButton::clicked, this, [this, subject] { emit wanted({subject, {}, {}}); });
    return tile;
}

void FigureTiles::take(const AnalyticsReport &report) {
    const Figures &now = report.now.figures;
    const Figures before = report.before ? report.before->figures : Figures();
    const int queries = now.totalQueries;
    const auto share = [&](int part) {
        return queries == 0 ? QString() : analyticswords::share(part, queries) + QStringLiteral(" · ");
    };
    TileText total =
        textOf(number(queries),
               tr("%1 handed to people").arg(number(int(countsBehind(report, Subject::Handoffs).size()))), report);
    TileText assistant =
        textOf(number(now.aiResolved), share(now.aiResolved) + tr("%1 confirmed").arg(number(now.aiConfirmed)), report);
    TileText people = textOf(number(now.humanResolved),
                             share(now.humanResolved) + tr("%1 still open").arg(number(report.stillOpen)), report);
    TileText lessons = textOf(number(now.learningEvents), tr("%1 rolled back").arg(number(now.rollBacks)), report);
    const Span reply = report.now.firstReply;
    TileText median = textOf(reply.count == 0 ? QStringLiteral("–") : analyticswords::duration(reply.medianMs),
                             tr("over %1 hand-offs").arg(number(reply.count)), report);
    if (report.before && queries + before.totalQueries > 0) {
        put(total, changeOfNumber(queries, before.totalQueries, Wish::Either));
        put(lessons, changeOfNumber(now.learningEvents, before.learningEvents, Wish::Either));
        if (queries > 0 && before.totalQueries > 0) {
            put(assistant, changeOfShare(now.aiResolved, queries, before.aiResolved, before.totalQueries, Wish::More));
            put(people,
                changeOfShare(now.humanResolved, queries, before.humanResolved, before.totalQueries, Wish::Either));
        }
        const Span earlier = report.before->firstReply;
        if (reply.count > 0 && earlier.count > 0)
            put(median, {double(reply.medianMs - earlier.medianMs),
                         analyticswords::duration(std::abs(reply.medianMs - earlier.medianMs)), Wish::Less});
    }
    m_queries->setText(total);
    m_assistant->setText(assistant);
    m_people->setText(people);
    m_lessons->setText(lessons);
    m_reply->setText(median);
}

} // namespace relaydesk
