// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! makebigdesk FILE [MESSAGES TICKETS]: the database of bigdesk.h in a new file, and its digest.
#include "tests/tools/bigdesk.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <cstdio>

using namespace relaydesk;

namespace {

Result<QByteArray> make(const QString &file, const BigDeskPlan &plan) {
    auto stores = SqliteStores::open(file, OpenMode::ReadWrite);
    RELAYDESK_TRY(stores);
    RELAYDESK_TRY(makeBigDesk(**stores, plan));
    return bigDeskDigest(**stores);
}

} // namespace

int main(int argc, char *argv[]) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2 || QFile::exists(arguments[1])) {
        std::fprintf(stderr, "makebigdesk FILE [MESSAGES TICKETS]: FILE must not exist yet.\n");
        return 2;
    }
    BigDeskPlan plan;
    if (arguments.size() > 3) {
        plan.messages = arguments[2].toInt();
        plan.tickets = arguments[3].toInt();
    }
    const auto digest = make(arguments[1], plan);
    std::printf("%s\n", digest ? digest->constData() : qPrintable(digest.error().sentence));
    return digest ? 0 : 1;
}
