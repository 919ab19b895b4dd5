// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How long the sentence encoder takes: one question at a time on one thread, and many at once on all cores.
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include "tests/support/sourcefile.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTextStream>
#include <QtCore/QThread>
#include <algorithm>
#include <ctime>

using namespace relaydesk;

namespace {

//! The first texts of the fixture: questions of a customer, written for it.
QStringList questions(qsizetype most) {
    QFile file(sourceFile(QStringLiteral("tests/data/encoder/tokens.jsonl")));
    QStringList texts;
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    while (!file.atEnd() && texts.size() < most)
        texts.append(QJsonDocument::fromJson(file.readLine()).object().value(QLatin1String("text")).toString());
    return texts;
}

double threadMilliseconds() {
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

QString percentiles(std::vector<double> milliseconds) {
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double share) { return milliseconds[size_t(share * double(milliseconds.size() - 1))]; };
    return QStringLiteral("p50 %1  p95 %2  p99 %3 ms")
        .arg(at(0.5), 0, 'f', 2)
        .arg(at(0.95), 0, 'f', 2)
        .arg(at(0.99), 0, 'f', 2);
}

} // namespace

int main(int argc, char **argv) {
    QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QElapsedTimer timer;
    timer.start();
    const auto encoder = BertEncoder::open(encoderFolder());
    if (!encoder) {
        out << encoder.error().sentence << '\n';
        return 77;
    }
    out << (*encoder)->name() << ", opened in " << timer.elapsed() << " ms\n";
    const QStringList texts = questions(160);
    size_t pieces = 0;
    std::vector<double> elapsed;
    std::vector<double> busy;
    for (int turn = 0; turn < 4; ++turn) {
        for (const QString &text : texts) {
            pieces += (*encoder)->ids(text).size();
            const double before = threadMilliseconds();
            timer.restart();
            (*encoder)->encode(text);
            elapsed.push_back(double(timer.nsecsElapsed()) / 1e6);
            busy.push_back(threadMilliseconds() - before);
        }
    }
    out << elapsed.size() << " questions of " << QString::number(double(pieces) / double(elapsed.size()), 'f', 1)
        << " pieces on average, one thread\n  elapsed    " << percentiles(elapsed) << "\n  processor  "
        << percentiles(busy) << '\n';
    const QStringList many = texts + texts + texts + texts;
    timer.restart();
    (*encoder)->encodeAll(many);
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    out << many.size() << " questions together on " << QThread::idealThreadCount()
        << " threads: " << QString::number(double(many.size()) / seconds, 'f', 0) << " a second\n";
    return 0;
}
