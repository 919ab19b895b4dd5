// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How much private data is found (recall) and how much of what is found is private (precision), by kind and in time.
#include "models/desk/redaction.h"
#include "tests/models/desk/redactionsamples.h"
#include <QtCore/QElapsedTimer>
#include <QtCore/QMap>
#include <cstdio>

using namespace relaydesk;

namespace {

struct Count {
    int right = 0;
    int found = 0;
    int there = 0;
};

double share(int part, int whole) { return whole == 0 ? 1.0 : double(part) / whole; }

void measure(const char *title, const QStringList &files) {
    QMap<QString, Count> counts;
    int lines = 0;
    for (const QString &file : files) {
        for (const RedactionSample &sample : redactionSamples(file)) {
            ++lines;
            const QVector<Secret> found = secretsIn(sample.text);
            for (const Secret &secret : sample.secrets)
                ++counts[secret.kind].there, ++counts[QStringLiteral("all")].there;
            for (const Secret &secret : found) {
                const int right = sample.secrets.contains(secret) ? 1 : 0;
                for (const QString &kind : {secret.kind, QStringLiteral("all")}) {
                    ++counts[kind].found;
                    counts[kind].right += right;
                }
            }
        }
    }
    std::printf("%s, %d lines\n", title, lines);
    for (auto each = counts.cbegin(); each != counts.cend(); ++each)
        std::printf("  %-8s %3d there  precision %.3f  recall %.3f\n", qPrintable(each.key()), each->there,
                    share(each->right, each->found), share(each->right, each->there));
}

void measureTime() {
    QString text;
    for (const RedactionSample &sample : redactionSamples(QStringLiteral("private.txt")))
        text += sample.text + u'\n';
    QElapsedTimer clock;
    clock.start();
    constexpr int rounds = 20;
    qsizetype found = 0;
    for (int i = 0; i < rounds; ++i)
        found = secretsIn(text).size();
    const double searching = double(clock.nsecsElapsed()) / rounds;
    clock.restart();
    qsizetype letters = 0;
    for (int i = 0; i < rounds; ++i) {
        for (const QChar unit : std::as_const(text))
            letters += unit.isLetter() ? 1 : 0;
    }
    const double reading = double(clock.nsecsElapsed()) / rounds;
    std::printf("%lld characters with %lld secrets: %.2f ms, %.0f times as long as reading them (%lld letters)\n",
                qint64(text.size()), qint64(found), searching / 1e6, searching / reading, qint64(letters) / rounds);
}

} // namespace

int main() {
    measure("the table the patterns were made with", {QStringLiteral("private.txt"), QStringLiteral("harmless.txt")});
    measure("lines never used to change them",
            {QStringLiteral("unseen_private.txt"), QStringLiteral("unseen_harmless.txt")});
    measure("passwords, codes and keys never used to change them",
            {QStringLiteral("unseen_secrets_private.txt"), QStringLiteral("unseen_secrets_harmless.txt")});
    measure("passwords, codes and keys, a second table never used to change them",
            {QStringLiteral("blind_private.txt"), QStringLiteral("blind_harmless.txt")});
    measureTime();
    return 0;
}
