// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/settings/precisionpanel.h"
#include "models/desk/wording.h"
#include "ui/settings/namedcontrol.h"
#include "ui/widgets/styles.h"
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QSlider>

namespace relaydesk {

namespace {

constexpr int daysShown = 30;
constexpr int mostListed = 200;
constexpr int leastPrecision = 80; //!< in percent
constexpr int mostPrecision = 99;

QString percent(double share) { return QString::number(share * 100, 'f', share * 100 < 10 ? 1 : 0); }

} // namespace

PrecisionPanel::PrecisionPanel(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent)
    : Panel(theme, parent)
    , m_desk(desk)
    , m_reader(reader) {
    setObjectName(QStringLiteral("precisionPanel"));
    setTitle(tr("How sure is sure enough"));
    body()->setContentsMargins(16, 12, 16, 16);
    body()->setSpacing(12);
    buildControls();
    buildOutlook();
}

void PrecisionPanel::buildControls() {
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    m_mode = named(new QComboBox(this), QStringLiteral("barMode"), tr("Where the bar stands"));
    m_mode->addItem(tr("It follows from the precision wanted"), QStringLiteral("precision"));
    m_mode->addItem(tr("It is fixed, at the value above"), QStringLiteral("fixed"));
    m_precision = named(new QSlider(Qt::Horizontal, this), QStringLiteral("precision"), tr("Precision wanted"));
    m_precision->setRange(leastPrecision, mostPrecision);
    m_precision->setPageStep(5);
    m_value = makeLabel({}, TextKind::Title, this);
    m_value->setMinimumWidth(48);
    auto *row = new QHBoxLayout;
    row->addWidget(m_precision, 1);
    row->addWidget(m_value);
    m_asksBack = named(new QCheckBox(tr("Ask \u201cDid you mean \u2026?\u201d before handing over"), this),
                       QStringLiteral("asksBack"), tr("Ask back before handing over"));
    m_audits = named(new QDoubleSpinBox(this), QStringLiteral("auditShare"), tr("Share of answers drawn for a check"));
    m_audits->setRange(0, 100);
    m_audits->setDecimals(1);
    m_audits->setSuffix(tr(" %"));
    m_audits->setKeyboardTracking(false);
    form->addRow(tr("The bar"), m_mode);
    form->addRow(tr("Answers right"), row);
    form->addRow(QString(), m_asksBack);
    form->addRow(tr("Drawn for a check"), m_audits);
    body()->addLayout(form);
    connect(m_mode, &QComboBox::activated, this,
            [this](int index) { set(QStringLiteral("bar.mode"), m_mode->itemData(index).toString()); });
    connect(m_precision, &QSlider::valueChanged, this, [this] {
        showOutlook();
        if (!m_precision->isSliderDown())
            set(QStringLiteral("bar.precision"), QString::number(wanted(), 'f', 2));
    });
    connect(m_precision, &QSlider::sliderReleased, this,
            [this] { set(QStringLiteral("bar.precision"), QString::number(wanted(), 'f', 2)); });
    connect(m_asksBack, &QCheckBox::toggled, this, [this](bool on) {
        set(QStringLiteral("choices.mode"), on ? QStringLiteral("ask") : QStringLiteral("off"));
    });
    connect(m_audits, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { set(QStringLiteral("audit.share"), QString::number(value / 100, 'f', 4)); });
}

void PrecisionPanel::buildOutlook() {
    m_outlook = named(makeLabel({}, TextKind::Muted, this), QStringLiteral("outlook"),
                      tr("What the last month would have looked like"));
    m_outlook->setWordWrap(true);
    m_changing = makeLabel({}, TextKind::Small, this);
    m_changing->setWordWrap(true);
    for (QLabel *label : {m_outlook, m_changing})
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_changes = named(new QListWidget(this), QStringLiteral("changingSides"),
                      tr("Questions that would have gone the other way"));
    m_changes->setMaximumHeight(160);
    m_changes->setTextElideMode(Qt::ElideRight);
    m_changes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body()->addWidget(m_outlook);
    body()->addWidget(m_changing);
    body()->addWidget(m_changes);
}

Result<PrecisionPanel::History> PrecisionPanel::read(const Stores &stores) {
    const auto settings = readSettings(stores.settings);
    RELAYDESK_TRY(settings);
    const auto events = stores.events.events({.kinds = {EventKind::Verdict, EventKind::Feedback},
                                              .conversation = {},
                                              .from = QDateTime::currentDateTimeUtc().addDays(-daysShown),
                                              .to = {}});
    RELAYDESK_TRY(events);
    return History{*settings, {}, pastVerdicts(*events), storedAnswers(*events), {}, {}};
}

//! As the desk would score them today, and with the desk's own bar for each precision: what is shown is what it obeys.
Result<PrecisionPanel::History> PrecisionPanel::rescored(const Desk &desk, History history) {
    const auto standard = desk.standard();
    RELAYDESK_TRY(standard);
    history.ground = standard->bar.ground;
    history.inForce = wording::barSentence(standard->bar.value, standard->bar.ground);
    for (int percent = leastPrecision; percent <= mostPrecision; ++percent) {
        const auto wanted = desk.standard(percent / 100.0);
        RELAYDESK_TRY(wanted);
        history.bars += wanted->bar.value;
    }
    QHash<EventId, double> scores;
    for (const JudgedAnswer &answer : std::as_const(history.answers))
        scores.insert(answer.verdict, scoreNow(desk.knowledge(), standard->weights, answer));
    for (PastVerdict &verdict : history.past)
        verdict.confidence = scores.value(verdict.event, verdict.confidence);
    history.answers.clear();
    return history;
}

void PrecisionPanel::refresh() {
    auto reading = m_reader.ask([](Reader &reader) { return read(reader.stores()); });
    reading.then(this, [this](const Result<History> &history) {
        if (!history) {
            emit failed(history.error());
            return;
        }
        m_desk.ask([history = *history](Desk &desk) { return rescored(desk, history); })
            .then(this, [this](const Result<History> &known) {
                if (known)
                    show(*known);
                else
                    emit failed(known.error());
            });
    });
}

void PrecisionPanel::show(const History &history) {
    m_history = history;
    const DeskSettings &settings = history.settings;
    const QSignalBlocker mode(m_mode), precision(m_precision), asksBack(m_asksBack), audits(m_audits);
    m_mode->setCurrentIndex(settings.followsPrecision ? 0 : 1);
    m_precision->setEnabled(settings.followsPrecision);
    m_precision->setValue(qRound(settings.precision * 100));
    m_asksBack->setChecked(settings.asksBack);
    m_audits->setValue(settings.auditShare * 100);
    showOutlook();
}

double PrecisionPanel::wanted() const { return m_precision->value() / 100.0; }

double PrecisionPanel::bar() const {
    return m_history.bars.value(m_precision->value() - leastPrecision, m_history.settings.bar);
}

QString PrecisionPanel::outlookText(double bar) const {
    const Outlook outlook = outlookAt(m_history.past, bar);
    QStringList lines = {tr("In force now: %1").arg(m_history.inForce)};
    if (m_history.ground.rule == BarRule::Thin)
        lines += tr("The history is too thin: 50 verified outcomes are needed, and there are %1. Until then the fixed "
                    "bar holds.")
                     .arg(m_history.ground.outcomes);
    lines += tr("As sure as the assistant would be today, with the bar at %1 the last 30 days would have seen %2 "
                "questions answered and %3 handed over or asked back; about %4 of the answers would have been wrong.")
                 .arg(QString::number(bar, 'f', 2), QString::number(outlook.answered),
                      QString::number(outlook.handedOver), QString::number(qRound(outlook.wrongExpected)));
    if (outlook.answered > 0)
        lines += outlook.judged == 0
                     ? tr("Nobody has checked any of these answers, so that is the assistant's own estimate alone.")
                     : tr("%1 of these answers were checked, %2 of them wrong: between %3 and %4 % of all.")
                           .arg(outlook.judged)
                           .arg(outlook.judgedWrong)
                           .arg(percent(outlook.wrongShare.low), percent(outlook.wrongShare.high));
    return lines.join(u'\n');
}

void PrecisionPanel::showOutlook() {
    const double height = bar();
    m_value->setText(tr("%1 %").arg(m_precision->value()));
    m_outlook->setText(m_history.past.isEmpty() ? tr("Nothing was asked in the last 30 days.") : outlookText(height));
    const QVector<PastVerdict> changing = changingSides(m_history.past, height, mostListed);
    m_changing->setText(tr("Questions that would have gone the other way: %1").arg(changing.size()));
    m_changing->setVisible(!changing.isEmpty());
    m_changes->setVisible(!changing.isEmpty());
    m_changes->clear();
    for (const PastVerdict &verdict : changing)
        m_changes->addItem(tr("%1 \u2192 %2: %3")
                               .arg(QString::number(verdict.confidence, 'f', 2),
                                    verdict.answered ? tr("to a person") : tr("answered"),
                                    verdict.question.simplified()));
}

void PrecisionPanel::set(const QString &key, const QString &value) {
    m_desk.ask([key, value](Desk &desk) { return desk.setSetting(key, value); })
        .then(this, [this](const Result<void> &done) {
            if (!done)
                emit failed(done.error());
            refresh();
        });
}

} // namespace relaydesk
