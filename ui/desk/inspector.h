// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Beside the transcript: why the assistant asked for a person, the closest articles, what is learned, the customer.
#pragma once
#include "models/items/deskreading.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QScrollArea>

class QLabel;
class QVBoxLayout;

namespace relaydesk {

class CustomerCard;
class FactorBar;
class LessonCard;
class SourceRow;

class Inspector : public QScrollArea {
    Q_OBJECT

  public:
    explicit Inspector(const Theme &theme, QWidget *parent = nullptr);

    void show(const TicketDetails &details);
    LessonCard *lesson() const { return m_lesson; }

  signals:
    void sourceJudged(relaydesk::ArticleId source, bool right);
    void answerWanted(const QString &answer);  //!< of one of the closest articles
    void ticketWanted(relaydesk::TicketId id); //!< an earlier one of this customer

  private:
    QVBoxLayout *section(const QString &title);
    void showFactors(const Confidence &confidence);
    void showClosest(const TicketDetails &details);
    void buildClosest();

    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QLabel *m_score;
    QLabel *m_reason;
    QLabel *m_whatIf;
    QVBoxLayout *m_factors;
    QVBoxLayout *m_closest;
    QLabel *m_nothing;
    QVector<SourceRow *> m_sources;
    QVector<FactorBar *> m_bars;
    QVector<Article> m_live; //!< those of the sources whose answers can be used
    LessonCard *m_lesson;
    CustomerCard *m_customer;
};

} // namespace relaydesk
