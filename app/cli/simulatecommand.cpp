// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/simulatecommand.h"
#include "app/cli/interruption.h"
#include "app/cli/labelledfile.h"
#include "app/cli/printing.h"
#include "app/cli/progressprinter.h"
#include "app/cli/simulation.h"
#include "app/services.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("SimulateCommand", text); }

constexpr int stretchLength = 500;
constexpr int lastLength = 2000;

struct Wanted {
    QString stream, outside;
    bool startsWithOne = false;
    double target = 0.95;
    SimulationSettings settings;
};

struct Point {
    SimulatedStretch stretch;
    int articles = 0;
    int phrasings = 0; //!< known at its end
};

struct Outcome {
    QVector<Point> points;
    SimulatedStretch all;
    SimulatedStretch last;
};

Result<double> shareOf(const QCommandLineParser &parser, const QString &option) {
    bool isNumber = false;
    const double value = parser.value(option).toDouble(&isNumber);
    if (!isNumber || !(value >= 0 && value <= 1))
        return failure(ErrorKind::Invalid, tr("--%1 needs a share from 0 to 1, as 0.95.").arg(option));
    return value;
}

Result<Wanted> wantedOf(const QCommandLineParser &parser) {
    Wanted wanted;
    wanted.stream = parser.value(QStringLiteral("stream"));
    wanted.outside = parser.value(QStringLiteral("out-of-scope"));
    if (!parser.positionalArguments().isEmpty() || wanted.stream.isEmpty())
        return failure(ErrorKind::Invalid, tr("Give --stream FILE.csv."));
    const QString start = parser.value(QStringLiteral("start"));
    if (start != QLatin1String("empty") && start != QLatin1String("one"))
        return failure(ErrorKind::Invalid, tr("--start is empty or one."));
    wanted.startsWithOne = start == QLatin1String("one");
    const auto rate = shareOf(parser, QStringLiteral("report-rate"));
    RELAYDESK_TRY(rate);
    wanted.settings.reportRate = *rate;
    const auto target = shareOf(parser, QStringLiteral("target"));
    RELAYDESK_TRY(target);
    wanted.target = *target;
    bool isNumber = false;
    wanted.settings.seed = parser.value(QStringLiteral("seed")).toUInt(&isNumber);
    if (!isNumber)
        return failure(ErrorKind::Invalid, tr("--seed needs a whole number."));
    return wanted;
}

//! Both files together, in an order that the seed decides.
Result<QVector<LabelledText>> streamOf(const Wanted &wanted, QStringList &remarks) {
    const auto file = readLabelledFile(wanted.stream, Labels::Needed);
    RELAYDESK_TRY(file);
    const auto odd = remarksOnTraining(file->texts, wanted.stream);
    RELAYDESK_TRY(odd);
    remarks << file->remarks << *odd;
    QVector<LabelledText> stream = file->texts;
    if (!wanted.outside.isEmpty()) {
        const auto outside = readLabelledFile(wanted.outside, Labels::Optional);
        RELAYDESK_TRY(outside);
        remarks << outside->remarks;
        for (const LabelledText &one : outside->texts)
            stream << LabelledText{one.text, {}};
    }
    std::mt19937 random(wanted.settings.seed);
    for (qsizetype i = stream.size() - 1; i > 0; --i)
        std::swap(stream[i], stream[static_cast<qsizetype>(random() % static_cast<unsigned>(i + 1))]);
    return stream;
}

//! Takes the first text of each category out of the stream: what the desk knows from the start.
QVector<LabelledText> firstOfEach(QVector<LabelledText> &stream) {
    QVector<LabelledText> first;
    QSet<QString> seen;
    QVector<LabelledText> rest;
    for (const LabelledText &one : std::as_const(stream)) {
        const bool isNew = !one.category.isEmpty() && !seen.contains(one.category);
        seen.insert(one.category);
        (isNew ? first : rest) << one;
    }
    stream = rest;
    return first;
}

Result<Outcome> play(Simulation &simulation, const QVector<LabelledText> &stream,
                     const std::function<bool(int done)> &progress) {
    Outcome outcome;
    Point point;
    for (qsizetype i = 0; i < stream.size(); ++i) {
        if (!progress(static_cast<int>(i)))
            return failure(ErrorKind::Cancelled, tr("Stopped after %1 questions. The desk they were put to was a "
                                                    "temporary one and is gone; your own was left alone.")
                                                     .arg(i));
        const auto stretch = simulation.play(stream[i]);
        RELAYDESK_TRY(stretch);
        point.stretch += *stretch;
        outcome.all += *stretch;
        if (i >= stream.size() - lastLength)
            outcome.last += *stretch;
        if (point.stretch.questions == stretchLength || i + 1 == stream.size()) {
            point.articles = simulation.articles();
            point.phrasings = simulation.phrasings();
            outcome.points << std::exchange(point, {});
        }
    }
    return outcome;
}

Result<Outcome> simulate(const Wanted &wanted, QStringList &remarks, ProgressPrinter &printer,
                         const Interruption &interruption) {
    auto stream = streamOf(wanted, remarks);
    RELAYDESK_TRY(stream);
    const QVector<LabelledText> known = wanted.startsWithOne ? firstOfEach(*stream) : QVector<LabelledText>();
    if (stream->isEmpty())
        return failure(ErrorKind::Invalid,
                       tr("With --start one nothing of \"%1\" is left to be asked: each category has "
                          "a single text. Give more, or --start empty.")
                           .arg(wanted.stream));
    const QTemporaryDir folder;
    if (!folder.isValid())
        return failure(ErrorKind::Storage,
                       tr("No temporary folder can be made: %1. Nothing was changed.").arg(folder.errorString()));
    LaunchOptions options;
    options.database = folder.filePath(QStringLiteral("simulation.db"));
    options.offline = true;
    const auto services = Services::open(options);
    RELAYDESK_TRY(services);
    Desk &desk = *(*services)->desk;
    RELAYDESK_TRY(desk.setSetting(QStringLiteral("bar.mode"), QStringLiteral("precision")));
    RELAYDESK_TRY(desk.setSetting(QStringLiteral("bar.precision"), QString::number(wanted.target)));
    if (const QString limitation = (*services)->matcher->limitation(); !limitation.isEmpty())
        remarks << limitation;
    const Stores stores = (*services)->storage->stores();
    Simulation simulation(desk, stores, wanted.settings);
    RELAYDESK_TRY(simulation.begin(known));
    return play(simulation, *stream, [&](int done) {
        printer.print(tr("Asking the desk"), done, static_cast<int>(stream->size()));
        return !interruption.isWanted();
    });
}

QJsonObject json(const SimulatedStretch &stretch) {
    return {{QStringLiteral("questions"), stretch.questions},
            {QStringLiteral("answered"), stretch.answeredShare()},
            {QStringLiteral("precision"), stretch.answered > 0 ? QJsonValue(stretch.precision()) : QJsonValue()},
            {QStringLiteral("picked"), stretch.picked},
            {QStringLiteral("oos_questions"), stretch.outside},
            {QStringLiteral("oos_answered"), stretch.outsideAnswered}};
}

QJsonObject json(const Outcome &outcome, const QStringList &remarks) {
    QJsonArray windows;
    for (const Point &point : outcome.points) {
        QJsonObject window = json(point.stretch);
        window.insert(QStringLiteral("articles"), point.articles);
        window.insert(QStringLiteral("phrasings"), point.phrasings);
        windows << window;
    }
    return {{QStringLiteral("windows"), windows},
            {QStringLiteral("overall"), json(outcome.all)},
            {QStringLiteral("last_2000"), json(outcome.last)},
            {QStringLiteral("articles"), outcome.points.isEmpty() ? 0 : outcome.points.last().articles},
            {QStringLiteral("phrasings"), outcome.points.isEmpty() ? 0 : outcome.points.last().phrasings},
            {QStringLiteral("remarks"), QJsonArray::fromStringList(remarks)}};
}

void printRow(QTextStream &out, const QString &label, const SimulatedStretch &stretch) {
    out << label.rightJustified(13) << QString::number(100 * stretch.answeredShare(), 'f', 1).rightJustified(9) << " %"
        << (stretch.answered > 0 ? QString::number(100 * stretch.precision(), 'f', 1) + QStringLiteral(" %")
                                 : QStringLiteral("\u2013"))
               .rightJustified(11);
}

void print(QTextStream &out, const Outcome &outcome) {
    out << tr("    questions   answered  precision  articles  phrasings") << '\n';
    int from = 1;
    for (const Point &point : outcome.points) {
        const int to = from + point.stretch.questions - 1;
        printRow(out, QStringLiteral("%1-%2").arg(from).arg(to), point.stretch);
        out << QString::number(point.articles).rightJustified(10) << QString::number(point.phrasings).rightJustified(11)
            << '\n';
        from = to + 1;
    }
    printRow(out, tr("all"), outcome.all);
    out << '\n';
    printRow(out, tr("last %1").arg(outcome.last.questions), outcome.last);
    out << '\n';
    if (outcome.all.outside > 0)
        out << tr("out of scope: %1 of %2 questions were answered")
                   .arg(outcome.all.outsideAnswered)
                   .arg(outcome.all.outside)
            << '\n';
    out.flush();
}

} // namespace

QString SimulateCommand::name() const { return QStringLiteral("simulate"); }

QString SimulateCommand::summary() const { return tr("Watch a desk learn from a stream of questions"); }

void SimulateCommand::describe(QCommandLineParser &parser) const {
    parser.setApplicationDescription(
        summary() + QStringLiteral(".\n\n") +
        tr("The desk's own engine, on a temporary database, is asked the questions of --stream one after the other in "
           "an order that\nthe seed decides. What it hands over goes to an agent who knows the answer: it is learned "
           "as a "
           "further phrasing of the\ncategory's article, or as a new article. Answers are made-up words, so that "
           "questions "
           "alone decide. Of the wrong\nanswers customers say no to the share --report-rate; to right ones they say "
           "nothing. Your own desk is left alone.\n\nJSON: windows (of 500 questions), overall, last_2000, each with "
           "questions, answered (share), precision (null: nothing answered), picked,\noos_questions, oos_answered "
           "(counts); windows also have "
           "articles and phrasings known at their end."));
    parser.addOptions({
        {QStringLiteral("stream"), tr("Questions (columns text,category)."), tr("FILE.csv")},
        {QStringLiteral("out-of-scope"), tr("Questions that nothing answers (column text), mixed in."), tr("FILE.csv")},
        {QStringLiteral("start"),
         tr("What the desk knows at first: empty, or one question a category (default: empty)."), tr("empty|one"),
         QStringLiteral("empty")},
        {QStringLiteral("report-rate"), tr("Share of the wrong answers that customers complain of (default: 0.5)."),
         tr("SHARE"), QStringLiteral("0.5")},
        {QStringLiteral("target"), tr("Precision that the desk is asked for (default: 0.95)."), tr("SHARE"),
         QStringLiteral("0.95")},
        {QStringLiteral("seed"), tr("Decides the order, and who complains (default: 1)."), tr("N"),
         QStringLiteral("1")},
    });
    parser.addOption(jsonOption());
}

int SimulateCommand::run(const QCommandLineParser &parser, Terminal &terminal) {
    const auto wanted = wantedOf(parser);
    if (!wanted)
        return wrongUsage(terminal, name(), wanted.error().sentence);
    const Interruption interruption;
    ProgressPrinter printer(terminal.err);
    QStringList remarks;
    const auto outcome = simulate(*wanted, remarks, printer, interruption);
    if (!outcome) {
        const int code = failWith(terminal, outcome.error());
        return outcome.error().kind == ErrorKind::Cancelled ? Interruption::exitCode : code;
    }
    for (const QString &remark : std::as_const(remarks))
        terminal.err << remark << Qt::endl;
    if (parser.isSet(QStringLiteral("json")))
        printJson(terminal.out, json(*outcome, remarks));
    else
        print(terminal.out, *outcome);
    return Success;
}

} // namespace relaydesk
