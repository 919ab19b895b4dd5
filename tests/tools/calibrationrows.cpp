// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Simulates help desks from public training texts and prints, for each question to one, the calibrator's features of
//! the best article and whether it was the right one: what script/fit-calibrator fits the weights on. usage:
//! calibrationrows FOLDER KNOWLEDGE_BASES semantic|words
#include "app/matching/answersentences.h"
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include "app/matching/gaussianmatcher.h"
#include "tests/support/memoryderivedstore.h"
#include "tests/tools/rememberingencoder.h"
#include "tests/tools/trainingtexts.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QTextStream>
#include <algorithm>
#include <random>

namespace relaydesk {

namespace {

//! One category of a training set.
struct Topic {
    QString name; //!< set and category
    QStringList texts;
    QString answer; //!< may be empty
};

struct Question {
    QString text;
    ArticleId right; //!< invalid: out of scope
};

struct Desk {
    QVector<Article> articles;
    QVector<Question> questions;
};

class Simulation {
  public:
    explicit Simulation(const QString &folder) {
        const QHash<QString, QString> answers = simulatedAnswers();
        const auto banking = textsByCategory(folder + QStringLiteral("/banking77/train.csv"));
        for (auto topic = banking.constBegin(); topic != banking.constEnd(); ++topic)
            m_banking << Topic{topic.key(), topic.value(), answers.value(topic.key())};
        const auto clinc = textsByCategory(folder + QStringLiteral("/clinc150/train.csv"));
        for (auto topic = clinc.constBegin(); topic != clinc.constEnd(); ++topic) {
            const QString answer = banking.contains(topic.key()) ? QString() : answers.value(topic.key());
            (answer.isEmpty() ? m_others : m_services) << Topic{topic.key(), topic.value(), answer};
        }
        for (const auto *part : {"/clinc150/oos_train.csv", "/clinc150/oos_val.csv"})
            m_outside << textsByCategory(folder + QString::fromLatin1(part)).value(QStringLiteral("oos"));
        for (QVector<Topic> *topics : {&m_banking, &m_services, &m_others}) // hashes have no fixed order
            std::sort(topics->begin(), topics->end(), [](const Topic &a, const Topic &b) { return a.name < b.name; });
    }

    QStringList texts() const {
        QStringList all = m_outside;
        for (const QVector<Topic> *topics : {&m_banking, &m_services, &m_others}) {
            for (const Topic &topic : *topics)
                all << topic.texts << answerSentences(topic.answer);
        }
        return all;
    }

    Desk desk(unsigned seed) {
        m_random.seed(seed);
        QVector<Topic> topics = pool();
        std::shuffle(topics.begin(), topics.end(), m_random);
        const int size = std::min(20 + below(131), static_cast<int>(topics.size()) - 5);
        const bool answers = below(5) > 0;
        const int most = 1 + below(6);
        Desk desk;
        for (int i = 0; i < size; ++i)
            add(desk, topics[i], 1 + below(most), answers);
        addOutside(desk, topics.mid(size));
        return desk;
    }

  private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

    QVector<Topic> pool() {
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

    void add(Desk &desk, Topic topic, int phrasings, bool answered) {
        std::shuffle(topic.texts.begin(), topic.texts.end(), m_random);
        Article article;
        article.id = ArticleId{desk.articles.size() + 1};
        article.title = topic.texts[0];
        for (int i = 1; i < phrasings; ++i)
            article.phrasings << Phrasing{{}, topic.texts[i]};
        if (answered)
            article.answer = topic.answer;
        desk.articles << article;
        desk.questions << Question{topic.texts[phrasings], article.id};
    }

    //! A quarter of all questions: half of them about things the desk leaves out, half about anything.
    void addOutside(Desk &desk, const QVector<Topic> &leftOut) {
        const int count = static_cast<int>(desk.questions.size()) / 3;
        for (int i = 0; i < count; ++i) {
            if (i % 2 == 0) {
                const Topic &topic = leftOut[below(static_cast<int>(leftOut.size()))];
                desk.questions << Question{topic.texts[below(static_cast<int>(topic.texts.size()))], {}};
            } else {
                desk.questions << Question{m_outside[below(static_cast<int>(m_outside.size()))], {}};
            }
        }
    }

    QVector<Topic> m_banking;
    QVector<Topic> m_services; //!< requests that a help desk could get
    QVector<Topic> m_others;
    QStringList m_outside;
    std::mt19937 m_random;
};

//! One line a question and rank: desk, question, rank, right or not, in scope or not, features.
void printRows(QTextStream &out, const GaussianMatcher &matcher, const Desk &desk, int number) {
    for (qsizetype question = 0; question < desk.questions.size(); ++question) {
        const auto report = matcher.match(desk.questions[question].text, 3);
        for (qsizetype rank = 0; report && rank < report->candidates.size(); ++rank) {
            const Candidate &candidate = report->candidates[rank];
            out << number << ' ' << question << ' ' << rank << ' '
                << (candidate.article == desk.questions[question].right ? 1 : 0) << ' '
                << (desk.questions[question].right.isValid() ? 1 : 0);
            for (const double feature : candidate.features)
                out << ' ' << QString::number(feature, 'g', 7);
            out << '\n';
        }
    }
}

int run(const QStringList &arguments) {
    QTextStream out(stdout);
    Simulation simulation(arguments.value(1));
    std::unique_ptr<SentenceEncoder> encoder;
    if (arguments.value(3) == QLatin1String("semantic")) {
        auto opened = BertEncoder::open(encoderFolder());
        if (!opened) {
            QTextStream(stderr) << opened.error().sentence << '\n';
            return 77;
        }
        encoder = std::make_unique<RememberingEncoder>(std::move(*opened), simulation.texts());
    }
    MemoryDerivedStore store;
    GaussianMatcher matcher(std::move(encoder), store);
    for (int number = 0; number < arguments.value(2).toInt(); ++number) {
        const Desk desk = simulation.desk(static_cast<unsigned>(number));
        if (!matcher.rebuild(desk.articles))
            return 1;
        printRows(out, matcher, desk, number);
    }
    return 0;
}

} // namespace

} // namespace relaydesk

int main(int argc, char **argv) {
    const QCoreApplication application(argc, argv);
    return relaydesk::run(application.arguments());
}
