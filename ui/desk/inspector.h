// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Beside the transcript: why the assistant asked for a person, the closest articles, what is learned, the customer.
#pragma once
#include "models/items/deskreading.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QScrollArea>
#include <optional>

class QLabel;
class QVBoxLayout;

namespace relaydesk {

class CustomerCard;
class LessonCard;

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
    struct Closest { //!< what the rows of the closest articles show
        QVector<Source> sources;
        QVector<Article> live;
        QHash<ArticleId, bool> judged;
        bool isOpen = false;
        friend bool operator==(const Closest &, const Closest &) = default;
    };
    QVBoxLayout *section(const QString &title);
    void showFactors(const Confidence &confidence);
    void showClosest(const TicketDetails &details);
    QLayout *sourceDeeds(const TicketDetails &details, const Source &source, int number, QWidget *row);

    const Theme &m_theme;
    QVBoxLayout *m_layout;
    QLabel *m_score;
    QLabel *m_reason;
    QLabel *m_whatIf;
    QVBoxLayout *m_factors;
    QVBoxLayout *m_closest;
    std::optional<Closest> m_shown;
    LessonCard *m_lesson;
    CustomerCard *m_customer;
};

} // namespace relaydesk
