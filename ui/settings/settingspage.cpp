// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/settings/settingspage.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/styles.h"
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

template <typename Control>
Control *named(Control *control, const QString &name, const QString &accessible) {
    control->setObjectName(name);
    control->setAccessibleName(accessible);
    return control;
}

QFormLayout *formIn(QVBoxLayout *body) {
    auto *form = new QFormLayout;
    form->setContentsMargins(16, 12, 16, 16);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    body->addLayout(form);
    return form;
}

QLabel *remark(const QString &text, QWidget *parent) {
    QLabel *label = makeLabel(text, TextKind::Muted, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

SettingsPage::SettingsPage(Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_reader(reader) {
    setObjectName(QStringLiteral("settingsPage"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget(this);
    auto *outer = new QHBoxLayout(content);
    outer->setContentsMargins(12, 12, 12, 12);
    auto *column = new QWidget(content);
    column->setMaximumWidth(760);
    m_cards = new QVBoxLayout(column);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(12);
    outer->addWidget(column, 3);
    outer->addStretch(1);
    setWidget(content);
    buildAgent();
    buildHandoff();
    buildModel();
    buildLooks();
    m_cards->addStretch();
}

relaydesk::Panel *SettingsPage::card(const QString &title) {
    auto *panel = new relaydesk::Panel(m_theme, widget());
    panel->setTitle(title);
    m_cards->addWidget(panel);
    return panel;
}

void SettingsPage::buildAgent() {
    relaydesk::Panel *panel = card(tr("You"));
    QFormLayout *form = formIn(panel->body());
    m_name = named(new QLineEdit(panel), QStringLiteral("agentName"), tr("Your name"));
    m_available = named(new QCheckBox(tr("Available: customers hear that a person is coming"), panel),
                        QStringLiteral("available"), tr("Available"));
    form->addRow(tr("Your name"), m_name);
    form->addRow(QString(), m_available);
    form->addRow(
        QString(),
        remark(
            tr("Customers see this name. Going away returns what you claimed to the queue, and tells the customers."),
            panel));
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        if (!m_name->text().trimmed().isEmpty())
            emit agentNameChosen(m_name->text().trimmed());
    });
    connect(m_available, &QCheckBox::toggled, this, &SettingsPage::availabilityChosen);
}

void SettingsPage::buildHandoff() {
    relaydesk::Panel *panel = card(tr("Answering and learning"));
    QFormLayout *form = formIn(panel->body());
    m_bar =
        named(new QDoubleSpinBox(panel), QStringLiteral("bar"), tr("Confidence from which a customer gets the answer"));
    m_bar->setRange(0, 1);
    m_bar->setSingleStep(0.05);
    m_bar->setDecimals(2);
    m_bar->setKeyboardTracking(false);
    m_learnDirectly = named(new QCheckBox(tr("An agent's answer goes straight into the knowledge"), panel),
                            QStringLiteral("learnDirectly"), tr("Learn directly"));
    form->addRow(tr("Hand over under"), m_bar);
    form->addRow(
        QString(),
        remark(tr("Confidence from 0 to 1. Below it a person gets the question. 0.60 is the shipped value."), panel));
    form->addRow(QString(), m_learnDirectly);
    form->addRow(QString(), remark(tr("Off: every answer waits until a person agrees. Answers that are too thin or "
                                      "sound unsure wait in any case."),
                                   panel));
    connect(m_bar, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { set(QStringLiteral("handoff.bar"), QString::number(value, 'f', 2)); });
    connect(m_learnDirectly, &QCheckBox::toggled, this, [this](bool on) {
        set(QStringLiteral("learning.mode"), on ? QStringLiteral("direct") : QStringLiteral("review"));
    });
}

void SettingsPage::buildModel() {
    relaydesk::Panel *panel = card(tr("Language model"));
    QFormLayout *form = formIn(panel->body());
    m_url = named(new QLineEdit(panel), QStringLiteral("modelUrl"), tr("Address of the model's server"));
    m_model = named(new QLineEdit(panel), QStringLiteral("modelName"), tr("Name of the model"));
    m_token = named(new QLineEdit(panel), QStringLiteral("modelToken"), tr("New token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("Leave empty to keep the one in force"));
    m_modelState = named(remark({}, panel), QStringLiteral("modelState"), tr("State of the model"));
    form->addRow(tr("Base URL"), m_url);
    form->addRow(tr("Model"), m_model);
    form->addRow(tr("Token"), m_token);
    form->addRow(QString(), m_modelState);
    auto *row = new QHBoxLayout;
    QPushButton *save = makeButton(tr("Save"), QStringLiteral("saveModel"), ButtonKind::Primary, panel);
    QPushButton *forget = makeButton(tr("Forget the token"), QStringLiteral("forgetToken"), ButtonKind::Quiet, panel);
    row->addWidget(save);
    row->addWidget(forget);
    row->addStretch();
    form->addRow(QString(), row);
    connect(save, &QPushButton::clicked, this, [this] {
        emit modelChosen({.baseUrl = m_url->text().trimmed(),
                          .model = m_model->text().trimmed(),
                          .token = m_token->text().trimmed()});
        m_token->clear();
    });
    connect(forget, &QPushButton::clicked, this, [this] {
        emit modelChosen({.baseUrl = m_url->text().trimmed(), .model = m_model->text().trimmed(), .forgetToken = true});
    });
}

void SettingsPage::buildLooks() {
    relaydesk::Panel *panel = card(tr("Looks"));
    QFormLayout *form = formIn(panel->body());
    m_looks = named(new QComboBox(panel), QStringLiteral("themeChoice"), tr("Theme"));
    m_looks->addItem(tr("As the system"), int(ThemeChoice::System));
    m_looks->addItem(tr("Light"), int(ThemeChoice::Light));
    m_looks->addItem(tr("Dark"), int(ThemeChoice::Dark));
    m_looks->setCurrentIndex(m_looks->findData(int(m_theme.choice())));
    form->addRow(tr("Theme"), m_looks);
    m_notes = remark({}, panel);
    form->addRow(QString(), m_notes);
    connect(m_looks, &QComboBox::activated, this,
            [this](int index) { emit themeChosen(ThemeChoice(m_looks->itemData(index).toInt())); });
}

void SettingsPage::set(const QString &key, const QString &value) {
    m_desk.ask([key, value](Desk &desk) { return desk.setSetting(key, value); })
        .then(this, [this](const Result<void> &done) {
            if (!done) {
                emit failed(done.error());
                refresh(); // what is in force stands here again
            }
        });
}

void SettingsPage::showAgent(const Agent &agent) {
    const QSignalBlocker blocker(m_available);
    m_name->setText(agent.name);
    m_available->setChecked(agent.available);
}

void SettingsPage::showModel(const ModelChoice &choice) {
    m_url->setText(choice.baseUrl);
    m_model->setText(choice.model);
    QStringList lines;
    lines += choice.tokenOrigin.isEmpty() ? tr("There is no token.")
                                          : tr("The token in force comes from %1.").arg(choice.tokenOrigin);
    lines += tr("A new one is written to %1, readable by you alone.").arg(choice.tokenFile);
    if (!choice.limitation.isEmpty())
        lines += choice.limitation;
    m_modelState->setText(lines.join(u'\n'));
}

void SettingsPage::showNotes(const QStringList &notes) {
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

void SettingsPage::refresh() {
    m_reader.ask([](Reader &reader) { return readSettings(reader.stores().settings); })
        .then(this, [this](const Result<DeskSettings> &settings) {
            if (!settings) {
                emit failed(settings.error());
                return;
            }
            const QSignalBlocker bar(m_bar), learn(m_learnDirectly);
            m_bar->setValue(settings->bar);
            m_learnDirectly->setChecked(settings->learnDirectly);
        });
}

} // namespace relaydesk
