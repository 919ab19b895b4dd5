// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/sidepanel.h"
#include "ui/knowledge/contradictionlist.h"
#include "ui/knowledge/figurelines.h"
#include "ui/widgets/styles.h"
#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr int days = 30;

} // namespace

SidePanel::SidePanel(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_reader(reader)
    , m_try(new TryPanel(theme, desk, this))
    , m_useTitle(makeLabel(tr("Last %1 days").arg(days), TextKind::Title, this))
    , m_use(new FigureLines(theme, this))
    , m_contradictions(new ContradictionList(this)) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_use->setObjectName(QStringLiteral("articleUse"));
    m_use->setAccessibleName(m_useTitle->text());
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_try);
    layout->addSpacing(8);
    layout->addWidget(m_useTitle);
    layout->addWidget(m_use);
    layout->addSpacing(8);
    layout->addWidget(m_contradictions);
    layout->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(m_try, &TryPanel::failed, this, &SidePanel::failed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setArticle({});
}

void SidePanel::setArticle(ArticleId id) {
    m_article = id;
    m_try->setArticle(id);
    m_useTitle->setVisible(id.isValid());
    m_use->setVisible(id.isValid());
    readUse();
    readContradictions();
}

void SidePanel::refresh() {
    m_try->askAgain();
    readUse();
    readContradictions();
}

void SidePanel::paintEvent(QPaintEvent *event) {
    QScrollArea::paintEvent(event);
    QPainter(viewport()).fillRect(0, 0, 1, viewport()->height(), m_theme.tokens().line);
}

void SidePanel::readUse() {
    if (!m_article.isValid())
        return;
    const QDateTime from = QDateTime::currentDateTimeUtc().addDays(-days);
    m_reader.ask([id = m_article, from](Reader &reader) { return relaydesk::readUse(reader.stores(), id, from); })
        .then(this, [this, id = m_article](const Result<ArticleUse> &use) {
            if (id != m_article)
                return;
            if (use)
                showUse(*use);
            else
                emit failed(use.error());
        });
}

void SidePanel::readContradictions() {
    m_contradictions->show({}, {});
    if (!m_article.isValid())
        return;
    using Found = std::pair<QString, QVector<Contradiction>>;
    m_reader
        .ask([id = m_article](Reader &reader) -> Result<Found> {
            const auto article = reader.stores().articles.article(id);
            RELAYDESK_TRY(article);
            const auto live = reader.stores().articles.articles(ArticleStatus::Live);
            RELAYDESK_TRY(live);
            return Found(article->answer, article->status == ArticleStatus::Live ? contradictionsOf(*article, *live)
                                                                                 : QVector<Contradiction>());
        })
        .then(this, [this, id = m_article](const Result<Found> &found) {
            if (id != m_article)
                return;
            if (found)
                m_contradictions->show(found->first, found->second);
            else
                emit failed(found.error());
        });
}

void SidePanel::showUse(const ArticleUse &use) {
    m_use->show({{tr("Answered"), locale().toString(use.answered), false},
                 {tr("Solved it"), locale().toString(use.solved), false},
                 {tr("Went to a person"), locale().toString(use.wentToPerson), false}});
}

} // namespace relaydesk
