// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/evaluatecommand.h"
#include "app/cli/evaluatereport.h"
#include "app/cli/forgetfulstore.h"
#include "app/cli/interruption.h"
#include "app/cli/labelledfile.h"
#include "app/cli/printing.h"
#include "app/cli/progressprinter.h"
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("EvaluateCommand", text); }

const QString trainOption = QStringLiteral("train");
const QString testOption = QStringLiteral("test");
const QString outsideOption = QStringLiteral("out-of-scope");
const QString shotsOption = QStringLiteral("shots");
const QString seedsOption = QStringLiteral("seeds");
const QString encoderOption = QStringLiteral("encoder");

struct Wanted {
    QString train, test, outside, encoder;
    int shots = 0;
    int seeds = 1;
};

//! A whole number in a range, or the sentence that says it is none.
Result<int> numberOf(const QCommandLineParser &parser, const QString &option, int otherwise, int most) {
    if (!parser.isSet(option))
        return otherwise;
    bool isNumber = false;
    const int value = parser.value(option).toInt(&isNumber);
    if (!isNumber || value < 1 || value > most)
        return failure(ErrorKind::Invalid, tr("--%1 needs a whole number from 1 to %2.").arg(option).arg(most));
    return value;
}

Result<Wanted> wantedOf(const QCommandLineParser &parser) {
    Wanted wanted{parser.value(trainOption), parser.value(testOption), parser.value(outsideOption),
                  parser.value(encoderOption)};
    if (!parser.positionalArguments().isEmpty() || wanted.train.isEmpty() || wanted.test.isEmpty())
        return failure(ErrorKind::Invalid, tr("Give --train FILE.csv and --test FILE.csv."));
    const auto shots = numberOf(parser, shotsOption, 0, 100000);
    RELAYDESK_TRY(shots);
    const auto seeds = numberOf(parser, seedsOption, 1, 100);
    RELAYDESK_TRY(seeds);
    wanted.shots = *shots;
    wanted.seeds = *seeds;
    return wanted;
}

//! Of an installed encoder, else a folder of that name here.
QString namedFolder(const QString &name) {
    const QString installed = encoderFolder(name);
    return installed.isEmpty() ? encoderFolder(QStringLiteral("./") + name) : installed;
}

//! Null for words alone, which `remarks` says where it was not asked for.
Result<std::unique_ptr<SentenceEncoder>> encoderOf(const QString &name, QStringList &remarks) {
    if (name == QLatin1String("words"))
        return std::unique_ptr<SentenceEncoder>();
    const QString folder = name.isEmpty() ? encoderFolder() : namedFolder(name);
    if (folder.isEmpty() && !name.isEmpty()) {
        QStringList names = {QStringLiteral("words")};
        for (const InstalledEncoder &installed : installedEncoders())
            names << installed.name;
        return failure(ErrorKind::NotFound,
                       tr("There is no encoder \"%1\". Give a folder with a model, or one of these: "
                          "%2. See: relaydesk encoder list")
                           .arg(name, names.join(QStringLiteral(", "))));
    }
    if (folder.isEmpty()) {
        remarks << tr("There is no sentence encoder in %1: matching by words alone. Run script/setup to get it.")
                       .arg(encoderFolderCandidates().join(QStringLiteral(", ")));
        return std::unique_ptr<SentenceEncoder>();
    }
    auto encoder = BertEncoder::open(folder);
    RELAYDESK_TRY(encoder);
    return std::unique_ptr<SentenceEncoder>(std::move(*encoder));
}

Result<EvaluationData> read(const Wanted &wanted, QStringList &remarks, const Evaluation::Progress &progress) {
    const auto labelled = [&](const QString &path, Labels labels) {
        auto file = readLabelledFile(path, labels, [&](int rows) { return progress(tr("Reading rows"), rows, 0); });
        if (file)
            remarks << file->remarks;
        return file;
    };
    EvaluationData data;
    const auto train = labelled(wanted.train, Labels::Needed);
    RELAYDESK_TRY(train);
    const auto odd = remarksOnTraining(train->texts, wanted.train);
    RELAYDESK_TRY(odd);
    remarks << *odd;
    const auto test = labelled(wanted.test, Labels::Needed);
    RELAYDESK_TRY(test);
    if (const QString scripts = remarkOnScripts(test->texts, wanted.test); !scripts.isEmpty())
        remarks << scripts;
    if (!wanted.outside.isEmpty()) {
        const auto outside = labelled(wanted.outside, Labels::Optional);
        RELAYDESK_TRY(outside);
        for (const LabelledText &one : outside->texts)
            data.outside << one.text;
    }
    data.train = train->texts;
    data.test = test->texts;
    return data;
}

void remarkOnUnknown(const EvaluationData &data, QStringList &remarks) {
    QSet<QString> known;
    for (const LabelledText &one : data.train)
        known.insert(one.category);
    const auto unknown = std::count_if(data.test.begin(), data.test.end(),
                                       [&](const LabelledText &one) { return !known.contains(one.category); });
    if (unknown > 0)
        remarks
            << tr("%1 test texts have a category that the training does not: they count as out of scope.").arg(unknown);
}

double residentMb() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

Result<EvaluationReport> evaluate(const Wanted &wanted, const Evaluation::Progress &progress) {
    EvaluationReport report;
    const auto data = read(wanted, report.remarks, progress);
    RELAYDESK_TRY(data);
    remarkOnUnknown(*data, report.remarks);
    auto encoder = encoderOf(wanted.encoder, report.remarks);
    RELAYDESK_TRY(encoder);
    const SentenceEncoder *plain = encoder->get();
    report.encoder = plain ? plain->name() : QStringLiteral("words");
    report.shots = wanted.shots;
    ForgetfulStore store;
    GaussianMatcher matcher(std::move(*encoder), store);
    Evaluation evaluation(matcher, plain, progress);
    for (int seed = 0; seed < wanted.seeds; ++seed) {
        EvaluationData drawnData = *data;
        if (wanted.shots > 0)
            drawnData.train = drawn(data->train, wanted.shots, static_cast<unsigned>(seed));
        const auto run = evaluation.run(drawnData, static_cast<unsigned>(seed), seed == 0);
        RELAYDESK_TRY(run);
        report.runs << *run;
        report.trainRows = static_cast<int>(drawnData.train.size());
    }
    QSet<QString> categories;
    for (const LabelledText &one : data->train)
        categories.insert(one.category);
    report.categories = static_cast<int>(categories.size());
    report.memoryMb = residentMb();
    if (plain && !matcher.limitation().isEmpty())
        report.remarks << matcher.limitation();
    return report;
}

} // namespace

QString EvaluateCommand::name() const { return QStringLiteral("evaluate"); }

QString EvaluateCommand::summary() const { return tr("Measure the matcher on labelled questions"); }

void EvaluateCommand::describe(QCommandLineParser &parser) const {
    parser.setApplicationDescription(
        summary() + QStringLiteral(".\n\n") +
        tr("Every category of --train becomes one article, its texts the phrasings. First the desk practises: it "
           "learns "
           "four fifths of\nthe training and is asked the rest; on what comes out the probabilities are fitted and the "
           "bars chosen, as a desk does on\nits verified outcomes. Then it learns everything and is asked --test. "
           "The files are CSV with a header that names the columns\ntext and category; the desk's database is left "
           "alone. Ctrl-C ends it (exit code 130).\n\nFigures (and JSON keys; shares from 0 to 1):") +
        u'\n' + evaluationKeys());
    parser.addOptions({
        {trainOption, tr("Questions to learn from (columns text,category)."), tr("FILE.csv")},
        {testOption, tr("Questions to ask (columns text,category)."), tr("FILE.csv")},
        {outsideOption, tr("Questions that nothing answers (column text)."), tr("FILE.csv")},
        {shotsOption, tr("Learn only so many texts a category, drawn at random."), tr("N")},
        {seedsOption, tr("So many runs with other draws; figures are their means (default: 1)."), tr("K")},
        {encoderOption,
         tr("Name of an installed sentence encoder, a folder, or \"words\" for none (default: all-MiniLM-L6-v2)."),
         tr("NAME")},
    });
    parser.addOption(jsonOption());
}

int EvaluateCommand::run(const QCommandLineParser &parser, Terminal &terminal) {
    const auto wanted = wantedOf(parser);
    if (!wanted)
        return wrongUsage(terminal, name(), wanted.error().sentence);
    const Interruption interruption;
    ProgressPrinter printer(terminal.err);
    const auto report = evaluate(*wanted, [&](const QString &what, int done, int all) {
        printer.print(what, done, all);
        return !interruption.isWanted();
    });
    if (!report) {
        const int code = failWith(terminal, report.error());
        return report.error().kind == ErrorKind::Cancelled ? Interruption::exitCode : code;
    }
    for (const QString &remark : report->remarks)
        terminal.err << remark << Qt::endl;
    if (parser.isSet(QStringLiteral("json")))
        printJson(terminal.out, evaluationJson(*report));
    else
        printEvaluation(terminal.out, *report);
    return Success;
}

} // namespace relaydesk
