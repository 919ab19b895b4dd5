// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/sensitivetopics.h"
#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

namespace relaydesk {

QString defaultSensitiveTopics() {
    return QStringLiteral(
        "self-harm: kill myself, killing myself, end my life, suicid*, hurt myself, harm myself, don't want to live, "
        "want to die, better off dead, self-harm\n"
        "threat: kill you, hurt you, bomb, come to your office, burn down, you will regret, i know where you live, "
        "shoot\n"
        "legal: lawyer*, attorney*, solicitor*, sue you, suing, lawsuit*, legal action, court order, take you to "
        "court, small claims, ombudsman, consumer protection, subpoena, cease and desist, legal department, Anwalt, "
        "Rechtsanwalt, verklagen, avocat, abogado\n"
        "privacy: GDPR, DSGVO, CCPA, data breach, personal data deleted, delete all my data, delete my personal data, "
        "erase my data, right to be forgotten, data protection officer, subject access request, data you hold, leaked "
        "my data, sold my data, identity theft, stolen identity\n"
        "payment dispute: chargeback*, dispute the charge, disputed the charge, dispute this payment, unauthorised "
        "charge, unauthorized charge, unauthorised payment, unauthorized payment, unauthorised transaction, "
        "unauthorized transaction, fraudulent*, credit card fraud, stolen card, report fraud, debt collect*, police "
        "report\n"
        "health: allergic reaction, ambulance, hospital*, injured, injury, electric shock, caught fire, poisoned, "
        "medical advice, bleeding\n"
        "bereavement: passed away, has died, my late husband, my late wife, my late mother, my late father, deceased, "
        "widow*, funeral, death certificate, bereave*\n"
        "discrimination: discriminat*, racist, racism, sexual harass*, harassed by, sexist, homophob*\n"
        "press: journalist, reporter, newspaper article about you, press inquiry, press enquiry, request for comment");
}

QVector<SensitiveTopic> sensitiveTopics(const QString &rules) {
    QVector<SensitiveTopic> topics;
    for (const QString &line : rules.split(u'\n')) {
        const qsizetype colon = line.indexOf(u':');
        if (colon <= 0 || line.trimmed().startsWith(u'#'))
            continue;
        SensitiveTopic topic{line.left(colon).trimmed(), {}};
        for (const QString &word : line.mid(colon + 1).split(u',')) {
            if (!word.trimmed().isEmpty())
                topic.words += word.simplified();
        }
        if (!topic.words.isEmpty())
            topics.append(topic);
    }
    return topics;
}

namespace {

//! One expression for all words of a topic.
QRegularExpression expressionOf(const SensitiveTopic &topic) {
    QStringList words;
    for (const QString &word : topic.words) {
        const bool isStart = word.endsWith(u'*');
        words += QRegularExpression::escape(isStart ? word.chopped(1) : word) +
                 (isStart ? QString() : QStringLiteral("(?![\\w])"));
    }
    return QRegularExpression(QStringLiteral("(?<![\\w'])(?:%1)").arg(words.join(u'|')),
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption);
}

struct ReadRules {
    QString rules;
    QVector<std::pair<QString, QRegularExpression>> topics;
};

//! The same rules are asked for message after message: read once by each thread.
const ReadRules &readRules(const QString &rules) {
    thread_local ReadRules read;
    if (read.rules != rules) {
        read = {rules, {}};
        for (const SensitiveTopic &topic : sensitiveTopics(rules))
            read.topics.append({topic.name, expressionOf(topic)});
    }
    return read;
}

} // namespace

std::optional<QString> sensitiveTopicOf(const QString &message, const QString &rules) {
    static const QString shipped = defaultSensitiveTopics();
    const QString text = QString(message.left(20'000)).replace(QChar(0x2019), u'\'').simplified();
    for (const auto &[name, expression] : readRules(rules.trimmed().isEmpty() ? shipped : rules).topics) {
        if (expression.match(text).hasMatch())
            return name;
    }
    return std::nullopt;
}

} // namespace relaydesk
