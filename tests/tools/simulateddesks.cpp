// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/tools/simulateddesks.h"
#include "app/matching/answersentences.h"
#include "app/matching/lexicalfeatures.h"
#include "tests/tools/trainingtexts.h"
#include <algorithm>

namespace relaydesk {

SimulatedDesks::SimulatedDesks(const QString &folder) {
    const QHash<QString, QString> answers = simulatedAnswers();
    const auto banking = textsByCategory(folder + QStringLiteral("/banking77/train.csv"));
    for (auto topic = banking.constBegin(); topic != banking.constEnd(); ++topic)
        m_banking << SimulatedTopic{topic.key(), topic.value(), answers.value(topic.key())};
    const auto clinc = textsByCategory(folder + QStringLiteral("/clinc150/train.csv"));
    for (auto topic = clinc.constBegin(); topic != clinc.constEnd(); ++topic) {
        const QString answer = banking.contains(topic.key()) ? QString() : answers.value(topic.key());
        (answer.isEmpty() ? m_others : m_services) << SimulatedTopic{topic.key(), topic.value(), answer};
    }
    for (const auto *part : {"/clinc150/oos_train.csv", "/clinc150/oos_val.csv"})
        m_outside << textsByCategory(folder + QString::fromLatin1(part)).value(QStringLiteral("oos"));
    for (QVector<SimulatedTopic> *topics : {&m_banking, &m_services, &m_others}) // hashes have no fixed order
        std::sort(topics->begin(), topics->end(),
                  [](const SimulatedTopic &a, const SimulatedTopic &b) { return a.name < b.name; });
}

QStringList SimulatedDesks::texts() const {
    QStringList all = m_outside;
    for (const QVector<SimulatedTopic> *topics : {&m_banking, &m_services, &m_others}) {
        for (const SimulatedTopic &topic : *topics)
            all << topic.texts << answerSentences(topic.answer);
    }
    return all;
}

SimulatedDesk SimulatedDesks::desk(unsigned seed) {
    m_random.seed(seed);
    QVector<SimulatedTopic> topics = pool();
    std::shuffle(topics.begin(), topics.end(), m_random);
    const int kind = below(8);
    const bool tiny = kind < 2;
    const int size = tiny ? 2 + below(9) : std::min(20 + below(131), static_cast<int>(topics.size()) - 5);
    const bool answers = below(5) > 0;
    const int most = kind == 2 ? 8 + below(53) : 1 + below(6);
    SimulatedDesk desk;
    for (int i = 0; i < size; ++i)
        add(desk, topics[i], 1 + below(most), answers, tiny ? 5 : 1);
    addOutside(desk, topics.mid(size));
    return desk;
}

int SimulatedDesks::below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

QVector<SimulatedTopic> SimulatedDesks::pool() {
    switch (below(4)) {
    case 0:
        return m_banking;
    case 1:
        return m_services + m_others;
    case 2:
        return m_banking + m_services;
    default:
        return m_banking + m_services + m_others;
    }
}

void SimulatedDesks::add(SimulatedDesk &desk, SimulatedTopic topic, int phrasings, bool answered, int asked) {
    std::shuffle(topic.texts.begin(), topic.texts.end(), m_random);
    phrasings = std::min(phrasings, static_cast<int>(topic.texts.size()) - asked);
    Article article;
    article.id = ArticleId{desk.articles.size() + 1};
    article.title = topic.texts[0];
    for (int i = 1; i < phrasings; ++i)
        article.phrasings << Phrasing{{}, topic.texts[i]};
    if (answered)
        article.answer = topic.answer;
    desk.articles << article;
    for (int i = 0; i < asked; ++i)
        desk.questions << SimulatedQuestion{worded(topic.texts[phrasings + i]), article.id};
}

//! One of ten customers writes the one or two longest words only.
QString SimulatedDesks::worded(const QString &text) {
    if (below(10) > 0)
        return text;
    QStringList words = lexicalTokens(text);
    std::stable_sort(words.begin(), words.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return words.mid(0, 1 + below(2)).join(u' ');
}

//! A quarter of all questions: half of them about things the desk leaves out, half about anything.
void SimulatedDesks::addOutside(SimulatedDesk &desk, const QVector<SimulatedTopic> &leftOut) {
    const int count = std::max(1, static_cast<int>(desk.questions.size()) / 3);
    for (int i = 0; i < count; ++i) {
        if (i % 2 == 0) {
            const SimulatedTopic &topic = leftOut[below(static_cast<int>(leftOut.size()))];
            desk.questions << SimulatedQuestion{worded(topic.texts[below(static_cast<int>(topic.texts.size()))]), {}};
        } else {
            desk.questions << SimulatedQuestion{m_outside[below(static_cast<int>(m_outside.size()))], {}};
        }
    }
}

} // namespace relaydesk
