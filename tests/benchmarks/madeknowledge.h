// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A thousand articles and a question of a customer's for each, made up the same way every time.
#pragma once
#include "models/domain/article.h"
#include <algorithm>

namespace relaydesk {

inline const QStringList verbs{QStringLiteral("change"), QStringLiteral("cancel"), QStringLiteral("find"),
                               QStringLiteral("print"),  QStringLiteral("share"),  QStringLiteral("delete"),
                               QStringLiteral("renew"),  QStringLiteral("export"), QStringLiteral("repair"),
                               QStringLiteral("order")};
inline const QStringList things{QStringLiteral("invoice"), QStringLiteral("password"),    QStringLiteral("parcel"),
                                QStringLiteral("voucher"), QStringLiteral("garden plan"), QStringLiteral("contract"),
                                QStringLiteral("address"), QStringLiteral("newsletter"),  QStringLiteral("printer"),
                                QStringLiteral("recipe")};
inline const QStringList places{QStringLiteral("on my phone"),   QStringLiteral("for my company"),
                                QStringLiteral("abroad"),        QStringLiteral("at the counter"),
                                QStringLiteral("before Friday"), QStringLiteral("without a card"),
                                QStringLiteral("for a friend"),  QStringLiteral("by post"),
                                QStringLiteral("after moving"),  QStringLiteral("in the app")};

struct Words {
    QString deed, thing, place;
};

inline Words words(int number) { return {verbs[number % 10], things[number / 10 % 10], places[number / 100 % 10]}; }

inline Article article(int number) {
    const auto [deed, thing, place] = words(number);
    Article made{
        .title = QStringLiteral("How do I %1 my %2 %3?").arg(deed, thing, place),
        .answer = QStringLiteral("Open **%2** in the menu, choose *%1* and confirm it for use %3. It takes %4 minutes.")
                      .arg(deed, thing, place)
                      .arg(number % 50 + 2)};
    for (const char *form : {"I want to %1 the %2 %3", "%1 %2 %3", "is it possible to %1 a %2 %3"})
        made.phrasings.append({.text = QString::fromLatin1(form).arg(deed, thing, place)});
    return made;
}

inline QString question(int number) {
    const auto [deed, thing, place] = words(number);
    return QStringLiteral("could you tell me how to %1 my %2 %3 please").arg(deed, thing, place);
}

inline double quantile(QVector<double> values, double share) {
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, qsizetype(share * double(values.size())))];
}

} // namespace relaydesk
