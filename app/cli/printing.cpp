// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/printing.h"
#include "models/desk/eventdata.h"
#include "models/desk/whatif.h"
#include "models/desk/wording.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Printing", text); }

constexpr int speakerColumn = 14;

QString wrappedLine(const QString &line, int indent, int width) {
    QString result;
    int column = indent;
    for (const QString &word : line.split(u' ')) {
        if (column > indent && column + 1 + word.size() > width) {
            result += u'\n' + QString(indent, u' ');
            column = indent;
        } else if (!result.isEmpty()) {
            result += u' ';
            ++column;
        }
        result += word;
        column += int(word.size());
    }
    return result;
}

QString lessonTitle(const Proposal &proposal) {
    switch (proposal.kind) {
    case LessonKind::NewArticle:
        return tr("new article \"%1\"").arg(proposal.title);
    case LessonKind::FurtherPhrasing:
        return tr("further phrasing of \"%1\"").arg(proposal.title);
    case LessonKind::BetterAnswer:
        return tr("better answer to \"%1\"").arg(proposal.title);
    }
    return {};
}

QString lessonState(const Proposal &proposal) {
    switch (proposal.status) {
    case ProposalStatus::Pending:
        return proposal.id.isValid() ? tr("Waits for a person (proposal %1)").arg(proposal.id.value)
                                     : tr("Would be learned");
    case ProposalStatus::Published:
        return tr("Learned (proposal %1)").arg(proposal.id.value);
    case ProposalStatus::Declined:
        return tr("Declined (proposal %1)").arg(proposal.id.value);
    case ProposalStatus::RolledBack:
        return tr("Rolled back (proposal %1)").arg(proposal.id.value);
    }
    return {};
}

} // namespace

QString printable(const QString &text) {
    QString kept;
    for (const QChar unit : text) {
        if (unit == u'\n' || unit == u'\t' || unit.category() != QChar::Other_Control)
            kept += unit;
    }
    return kept;
}

QString number(double value) { return QString::number(value, 'f', 2); }

QString wrapped(const QString &text, int indent, int width) {
    QStringList lines;
    for (const QString &line : printable(text).split(u'\n'))
        lines += wrappedLine(line, indent, width);
    return lines.join(u'\n' + QString(indent, u' '));
}

void printTurn(QTextStream &out, const QString &speaker, const QString &text, const QString &remark) {
    out << "  " << printable(speaker).leftJustified(speakerColumn, u' ') << wrapped(text, speakerColumn + 2) << '\n';
    if (!remark.isEmpty())
        out << QString(speakerColumn + 2, u' ') << '(' << wrapped(remark, speakerColumn + 3) << ")\n";
}

void printJson(QTextStream &out, const QJsonObject &object) {
    out << QJsonDocument(object).toJson(QJsonDocument::Indented) << Qt::flush;
}

QJsonObject verdictJson(const Verdict &verdict) {
    const QJsonObject stored = toJson(verdict);
    QJsonObject object{
        {QStringLiteral("answer"), verdict.answer ? QJsonValue(*verdict.answer) : QJsonValue()},
        {QStringLiteral("needsHuman"), verdict.isHandoff()},
        {QStringLiteral("reason"), verdict.handoff ? QJsonValue(keyOf(verdict.handoff->category)) : QJsonValue()},
        {QStringLiteral("reasonText"), verdict.handoff ? QJsonValue(verdict.handoff->sentence) : QJsonValue()},
        {QStringLiteral("written"), verdict.written},
        {QStringLiteral("picked"), verdict.picked},
        {QStringLiteral("choices"), stored.value(QStringLiteral("choices")).toArray()},
        {QStringLiteral("barReason"), wording::barSentence(verdict.bar, verdict.ground)},
        {QStringLiteral("wouldChange"), whatIfSentence(verdict)},
    };
    for (const char *key :
         {"decision", "bar", "barRule", "barWanted", "barOutcomes", "confidence", "base", "factors", "sources"})
        object.insert(QLatin1String(key), stored.value(QLatin1String(key)));
    return object;
}

void printVerdict(QTextStream &out, const Verdict &verdict) {
    if (verdict.answer)
        out << wrapped(*verdict.answer, 0) << "\n\n";
    else if (verdict.asksBack())
        out << wrapped(wording::didYouMean(verdict.choices), 0) << "\n\n";
    else if (verdict.handoff)
        out << tr("Handed over to a person (%1).").arg(keyOf(verdict.handoff->category)) << '\n'
            << wrapped(verdict.handoff->sentence, 0) << "\n\n";
    out << tr("Confidence %1 (the bar is %2)").arg(number(verdict.confidence.score), number(verdict.bar)) << '\n';
    out << "  " << tr("base").leftJustified(speakerColumn) << QString(8, u' ')
        << QStringLiteral("%1%2").arg(verdict.confidence.base < 0 ? QString() : QStringLiteral("+"),
                                      number(verdict.confidence.base))
        << '\n';
    for (const Factor &factor : verdict.confidence.factors)
        out << "  " << factor.name.leftJustified(speakerColumn) << number(factor.value).rightJustified(4) << "    "
            << (factor.logOdds < 0 ? QString() : QStringLiteral("+")) << number(factor.logOdds) << '\n';
    for (const QString &sentence : {wording::barSentence(verdict.bar, verdict.ground), whatIfSentence(verdict)}) {
        if (!sentence.isEmpty())
            out << wrapped(sentence, 0) << '\n';
    }
    if (!verdict.sources.isEmpty())
        out << (verdict.written ? tr("Written from") : tr("Closest articles")) << '\n';
    for (const Source &source : verdict.sources)
        out << "  " << number(source.score) << "  " << printable(source.title) << '\n';
    out.flush();
}

QString markedOriginal(const Proposal &proposal) {
    QString marked;
    int from = 0;
    for (const Removal &removal : proposal.removals) {
        marked += QStringView(proposal.original).mid(from, removal.start - from);
        marked += QStringLiteral("[-%1-]").arg(QStringView(proposal.original).mid(removal.start, removal.length));
        from = removal.start + removal.length;
    }
    return marked + proposal.original.mid(from);
}

void printProposal(QTextStream &out, const Proposal &proposal) {
    out << lessonState(proposal) << ": " << wrapped(lessonTitle(proposal), 2) << '\n';
    out << "  " << tr("Question: ") << wrapped(proposal.question, 4) << '\n';
    if (!proposal.removals.isEmpty())
        out << "  " << tr("Written:  ") << wrapped(markedOriginal(proposal), 4) << '\n';
    out << "  " << tr("Answer:   ") << wrapped(proposal.answer, 4) << '\n';
    if (!proposal.objection.isEmpty())
        out << "  " << tr("Not learned by itself: ") << wrapped(proposal.objection, 4) << '\n';
    out.flush();
}

QJsonObject proposalJson(const Proposal &proposal) {
    QJsonArray removals;
    for (const Removal &removal : proposal.removals)
        removals.append(QJsonObject{{QStringLiteral("start"), removal.start},
                                    {QStringLiteral("length"), removal.length},
                                    {QStringLiteral("kind"), removal.kind}});
    return {{QStringLiteral("id"), proposal.id.value},           {QStringLiteral("ticket"), proposal.ticket.value},
            {QStringLiteral("kind"), keyOf(proposal.kind)},      {QStringLiteral("status"), keyOf(proposal.status)},
            {QStringLiteral("article"), proposal.article.value}, {QStringLiteral("title"), proposal.title},
            {QStringLiteral("question"), proposal.question},     {QStringLiteral("answer"), proposal.answer},
            {QStringLiteral("original"), proposal.original},     {QStringLiteral("removals"), removals},
            {QStringLiteral("objection"), proposal.objection}};
}

} // namespace relaydesk
