// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Simulates help desks of many sizes, and questions to them, from public training texts.
#pragma once
#include "models/domain/article.h"
#include <QtCore/QStringList>
#include <QtCore/QVector>
#include <random>

namespace relaydesk {

//! One category of a training set.
struct SimulatedTopic {
    QString name; //!< set and category
    QStringList texts;
    QString answer; //!< may be empty
};

struct SimulatedQuestion {
    QString text;
    ArticleId right; //!< invalid: out of scope
};

struct SimulatedDesk {
    QVector<Article> articles;
    QVector<SimulatedQuestion> questions;
};

class SimulatedDesks {
  public:
    //! `folder` holds banking77/train.csv, clinc150/train.csv, clinc150/oos_train.csv and clinc150/oos_val.csv.
    explicit SimulatedDesks(const QString &folder);

    //! 20 to 150 articles of one to six phrasings and one question to each; one desk of eight has up to 60 phrasings an
    //! article, and two of eight have 2 to 10 articles, with five questions to each. Four of five with answers; a
    //! third as many questions out of scope. The same seed gives the same desk.
    SimulatedDesk desk(unsigned seed);
    //! Everything a desk may hold or be asked, for an encoder to prepare.
    QStringList texts() const;

  private:
    int below(int limit);
    QVector<SimulatedTopic> pool();
    void add(SimulatedDesk &desk, SimulatedTopic topic, int phrasings, bool answered, int asked);
    QString worded(const QString &text);
    void addOutside(SimulatedDesk &desk, const QVector<SimulatedTopic> &leftOut);

    QVector<SimulatedTopic> m_banking;
    QVector<SimulatedTopic> m_services; //!< requests that a help desk could get
    QVector<SimulatedTopic> m_others;
    QStringList m_outside;
    std::mt19937 m_random;
};

} // namespace relaydesk
