// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/window/statusline.h"
#include "ui/settings/namedcontrol.h"
#include "ui/widgets/styles.h"
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

namespace relaydesk {

namespace {

constexpr int gatherMs = 250;
constexpr int dotSize = 10;

QIcon dot(const QColor &colour) {
    constexpr int scale = 4; // crisp at any scale of the screen
    QPixmap drawn(dotSize * scale, dotSize * scale);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(drawn.rect().adjusted(scale, scale, -scale, -scale));
    return drawn;
}

} // namespace

StatusLine::StatusLine(const Theme &theme, Remote<Reader> reader, const QString &database, QWidget *parent)
    : QStatusBar(parent)
    , m_theme(theme)
    , m_reader(reader) {
    setObjectName(QStringLiteral("statusLine"));
    setContentsMargins(8, 0, 12, 0);
    setSizeGripEnabled(false);
    buildModel();
    m_knowledge = makeLabel({}, TextKind::Small, this);
    m_knowledge->setObjectName(QStringLiteral("knowledgeStatus"));
    m_knowledge->setContentsMargins(12, 0, 0, 0);
    m_today = makeLabel({}, TextKind::Small, this);
    m_today->setContentsMargins(0, 0, 16, 0);
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherMs);
    connect(&m_gather, &QTimer::timeout, this, &StatusLine::refresh);
    addWidget(m_model);
    addWidget(m_offline);
    addWidget(m_knowledge);
    addPermanentWidget(m_today);
    addPermanentWidget(makeLabel(QFileInfo(database).fileName(), TextKind::Small, this));
    refresh();
}

void StatusLine::buildModel() {
    m_model = named(new QToolButton(this), QStringLiteral("modelStatus"), tr("Language model"));
    m_model->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_model->setIconSize({dotSize, dotSize});
    m_model->setCursor(Qt::PointingHandCursor);
    m_offline = named(new QCheckBox(tr("Offline"), this), QStringLiteral("offline"), tr("Work offline"));
    connect(m_model, &QToolButton::clicked, this, &StatusLine::requestListWanted);
    connect(m_offline, &QCheckBox::clicked, this, &StatusLine::offlineChosen);
    connect(&m_theme, &Theme::changed, this, &StatusLine::showModelLine);
}

void StatusLine::refreshSoon() {
    if (!m_gather.isActive())
        m_gather.start();
}

void StatusLine::refresh() {
    m_reader.ask([](Reader &reader) { return readStatus(reader.stores(), QDate::currentDate()); })
        .then(this, [this](const Result<DeskStatus> &status) {
            if (status) // else: whoever needs the figures says what is wrong with them
                show(*status);
        });
}

void StatusLine::show(const DeskStatus &status) {
    m_articles = status.articles;
    showKnowledge();
    m_today->setText(status.questionsToday == 0 ? tr("No questions today yet")
                                                : tr("Today: %1 questions \u00b7 %2% answered by the assistant")
                                                      .arg(status.questionsToday)
                                                      .arg(status.answeredToday * 100 / status.questionsToday));
}

void StatusLine::showModel(const QString &model, const QString &limitation, bool offline, bool pinned) {
    m_modelName = model.section(u'/', -1);
    m_limitation = limitation;
    m_offline->setChecked(offline);
    m_offline->setEnabled(!pinned);
    m_offline->setToolTip(pinned ? tr("Started with --offline, RELAYDESK_OFFLINE or HF_HUB_OFFLINE: it stays offline.")
                                 : tr("Nothing is sent to the language model: answers come from the knowledge alone. "
                                      "Kept for the next start."));
    showModelLine();
}

void StatusLine::showModelStatus(const ModelStatus &status) {
    m_status = status;
    showModelLine();
}

void StatusLine::showEncoding(int done, int all) {
    m_encoded = done;
    m_toEncode = all;
    showKnowledge();
}

void StatusLine::showKnowledge() {
    const QString articles = tr("Knowledge: %1 articles").arg(m_articles);
    if (m_toEncode == 0)
        m_knowledge->setText(articles);
    else
        m_knowledge->setText(tr("%1 \u00b7 %2% encoded").arg(articles).arg(m_encoded * 100LL / m_toEncode));
    m_knowledge->setToolTip(
        m_toEncode == 0 ? QString()
                        : tr("The sentence encoder reads %1 texts. Until it has, questions are compared as they "
                             "were before. Settings, Sentence encoder, shows more and can leave it off.")
                              .arg(m_toEncode));
}

QString StatusLine::modelText() const {
    if (m_offline->isChecked())
        return tr("Knowledge alone");
    if (!m_limitation.isEmpty())
        return tr("No model: knowledge alone");
    const QString name = fontMetrics().elidedText(m_modelName, Qt::ElideMiddle, fontMetrics().averageCharWidth() * 26);
    switch (m_status.state) {
    case ModelState::Slow:
        return tr("%1 \u00b7 slow").arg(name);
    case ModelState::Resting:
        return tr("%1 \u00b7 resting").arg(name);
    default:
        return tr("%1 \u00b7 ready").arg(name);
    }
}

void StatusLine::showModelLine() {
    QStringList parts{modelText()};
    parts += tr("%1 sent today").arg(QLocale().formattedDataSize(m_status.today.bytesSent, 1));
    if (m_status.underWay > 0)
        parts += tr("%n under way", nullptr, m_status.underWay);
    const QString text = parts.join(QStringLiteral(" \u00b7 "));
    const Tokens &tokens = m_theme.tokens();
    const bool isOff = m_offline->isChecked() || !m_limitation.isEmpty();
    m_model->setText(text);
    m_model->setIcon(dot(isOff ? tokens.faint : m_status.state == ModelState::Ready ? tokens.good : tokens.warning));
    const QString why = m_limitation.isEmpty() ? m_status.sentence : m_limitation;
    m_model->setToolTip(QStringList{why, tr("Click to see every request.")}.join(u' ').trimmed());
    m_model->setAccessibleName(tr("Language model: %1").arg(text));
    m_model->setAccessibleDescription(m_model->toolTip());
}

} // namespace relaydesk
