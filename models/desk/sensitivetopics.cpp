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

std::optional<QString> sensitiveTopicOf(const QString &message, const QString &rules) {
    const QString text = QString(message.left(20'000)).replace(QChar(0x2019), u'\'').simplified();
    for (const SensitiveTopic &topic : sensitiveTopics(rules.trimmed().isEmpty() ? defaultSensitiveTopics() : rules)) {
        for (const QString &word : topic.words) {
            const bool isStart = word.endsWith(u'*');
            const QString plain = QRegularExpression::escape(isStart ? word.chopped(1) : word);
            const QRegularExpression expression(
                QStringLiteral("(?<![\\w'])%1%2").arg(plain, isStart ? QString() : QStringLiteral("(?![\\w])")),
                QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
            if (expression.match(text).hasMatch())
                return topic.name;
        }
    }
    return std::nullopt;
}

} // namespace relaydesk
