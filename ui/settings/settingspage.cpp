// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/settings/settingspage.h"
#include "models/desk/helpsetting.h"
#include "models/desk/modelcontext.h"
#include "ui/settings/assistantcard.h"
#include "ui/settings/namedcontrol.h"
#include "ui/settings/precisionpanel.h"
#include "ui/settings/servicecard.h"
#include "ui/settings/slacard.h"
#include "ui/settings/workplacecard.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/styles.h"
#include <QtCore/QSignalBlocker>
#include <QtGui/QShowEvent>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

namespace relaydesk {

namespace {

constexpr int labelWidth = 128;
constexpr int fieldHeight = 32;

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

//! All labels in one column, each beside the middle of its field.
void alignLabels(const QWidget &page) {
    for (const QFormLayout *form : page.findChildren<QFormLayout *>()) {
        for (int row = 0; row < form->rowCount(); ++row) {
            QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole);
            if (label && label->widget())
                label->widget()->setMinimumSize(labelWidth, fieldHeight);
        }
    }
}

struct Preset {
    const char *name;
    const char *url;
};

constexpr Preset presets[] = {
    {QT_TRANSLATE_NOOP("relaydesk::SettingsPage", "Hugging Face, whichever provider"),
     "https://router.huggingface.co/v1"},
    {QT_TRANSLATE_NOOP("relaydesk::SettingsPage", "Hugging Face endpoint, or TGI"),
     "https://NAME.REGION.CLOUD.endpoints.huggingface.cloud/v1"},
    {QT_TRANSLATE_NOOP("relaydesk::SettingsPage", "llama-server on this computer"), "http://127.0.0.1:8080/v1"},
    {QT_TRANSLATE_NOOP("relaydesk::SettingsPage", "Ollama on this computer"), "http://127.0.0.1:11434/v1"},
    {QT_TRANSLATE_NOOP("relaydesk::SettingsPage", "vLLM on this computer"), "http://127.0.0.1:8000/v1"},
    {QT_TRANSLATE_NOOP("relaydesk::SettingsPage", "Another server: write its address below"), ""},
};

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
    buildAssistant();
    m_cards->addWidget(new ServiceCard(m_theme, widget()));
    buildLooks();
    m_cards->addWidget(new WorkplaceCard(m_theme, widget()));
    m_cards->addStretch();
    alignLabels(*this);
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
    form->addRow(tr("Fixed bar"), m_bar);
    form->addRow(QString(),
                 remark(tr("Confidence from 0 to 1. Below it a person gets the question. 0.60 is the shipped value; it "
                           "holds until the bar follows from the precision wanted."),
                        panel));
    form->addRow(QString(), m_learnDirectly);
    form->addRow(QString(), remark(tr("Off: every answer waits until a person agrees. Answers that are too thin or "
                                      "sound unsure wait in any case."),
                                   panel));
    m_precision = new PrecisionPanel(m_theme, m_desk, m_reader, widget());
    m_cards->addWidget(m_precision);
    connect(m_precision, &PrecisionPanel::failed, this, &SettingsPage::failed);
    connect(m_bar, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { set(QStringLiteral("handoff.bar"), QString::number(value, 'f', 2)); });
    connect(m_learnDirectly, &QCheckBox::toggled, this, [this](bool on) {
        set(QStringLiteral("learning.mode"), on ? QStringLiteral("direct") : QStringLiteral("review"));
    });
}

void SettingsPage::buildModel() {
    relaydesk::Panel *panel = card(tr("Language model"));
    QFormLayout *form = formIn(panel->body());
    auto *preset = named(new QComboBox(panel), QStringLiteral("modelPreset"), tr("Provider"));
    for (const Preset &each : presets)
        preset->addItem(tr(each.name), QString::fromLatin1(each.url));
    m_url = named(new QLineEdit(panel), QStringLiteral("modelUrl"), tr("Address of the model's server"));
    m_model = named(new QLineEdit(panel), QStringLiteral("modelName"), tr("Name of the model"));
    m_token = named(new QLineEdit(panel), QStringLiteral("modelToken"), tr("New token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("Leave empty to keep the one in force"));
    m_organisation = named(new QLineEdit(panel), QStringLiteral("modelOrganisation"), tr("Organisation to bill"));
    m_organisation->setPlaceholderText(tr("Empty: the token's owner"));
    m_deadline = named(new QSpinBox(panel), QStringLiteral("modelDeadline"), tr("Longest time for an answer"));
    m_deadline->setRange(0, 3600);
    m_deadline->setSuffix(tr(" s"));
    m_deadline->setSpecialValueText(tr("30 s, as shipped"));
    m_limits = new LimitFields(panel);
    m_modelState = named(remark({}, panel), QStringLiteral("modelState"), tr("State of the model"));
    m_modelTest = named(remark({}, panel), QStringLiteral("modelTestResult"), tr("Result of the test"));
    m_modelTest->hide();
    form->addRow(tr("Provider"), preset);
    form->addRow(tr("Base URL"), m_url);
    form->addRow(tr("Model"), m_model);
    form->addRow(tr("Token"), m_token);
    form->addRow(tr("Organisation"), m_organisation);
    form->addRow(tr("Deadline"), m_deadline);
    m_limits->addTo(form);
    form->addRow(QString(), m_modelState);
    form->addRow(QString(), m_modelTest);
    buildModelButtons(form, panel);
    connect(preset, &QComboBox::activated, this, [this, preset](int index) {
        if (const QString url = preset->itemData(index).toString(); !url.isEmpty())
            m_url->setText(url);
        m_url->setFocus();
    });
}

ModelChoice SettingsPage::writtenModel() const {
    return {.baseUrl = m_url->text().trimmed(),
            .model = m_model->text().trimmed(),
            .token = m_token->text().trimmed(),
            .organisation = m_organisation->text().trimmed(),
            .deadlineSeconds = m_deadline->value(),
            .limits = m_limits->limits()};
}

void SettingsPage::buildModelButtons(QFormLayout *form, QWidget *panel) {
    auto *row = new QHBoxLayout;
    QPushButton *save = makeButton(tr("Save"), QStringLiteral("saveModel"), ButtonKind::Primary, panel);
    QPushButton *test = makeButton(tr("Test"), QStringLiteral("testModel"), ButtonKind::Quiet, panel);
    QPushButton *list = makeButton(tr("Read the models"), QStringLiteral("listModels"), ButtonKind::Quiet, panel);
    QPushButton *sent = makeButton(tr("What was sent"), QStringLiteral("listRequests"), ButtonKind::Quiet, panel);
    QPushButton *forget = makeButton(tr("Forget the token"), QStringLiteral("forgetToken"), ButtonKind::Quiet, panel);
    for (QPushButton *button : {save, test, list, sent, forget})
        row->addWidget(button);
    row->addStretch();
    form->addRow(QString(), row);
    const auto choose = [this](bool thenTest) {
        ModelChoice choice = writtenModel();
        choice.thenTest = thenTest;
        emit modelChosen(choice);
        m_token->clear();
    };
    connect(save, &QPushButton::clicked, this, [choose] { choose(false); });
    connect(test, &QPushButton::clicked, this, [this, choose] {
        showModelTest(tr("Asking\u2026"));
        choose(true); // what stands here is what is tested
    });
    connect(list, &QPushButton::clicked, this, [this] {
        showModelTest(tr("Reading the list of models\u2026"));
        emit modelListWanted();
    });
    connect(sent, &QPushButton::clicked, this, &SettingsPage::requestListWanted);
    connect(forget, &QPushButton::clicked, this, [this] {
        ModelChoice choice = writtenModel();
        choice.token.clear();
        choice.forgetToken = true;
        emit modelChosen(choice);
    });
}

void SettingsPage::showModelTest(const QString &sentence) {
    m_modelTest->setText(sentence);
    m_modelTest->setVisible(!sentence.isEmpty());
}

void SettingsPage::showModels(const QVector<ModelEntry> &models) {
    auto *completer = new QCompleter(m_model);
    auto *rows = new QStandardItemModel(completer);
    for (const ModelEntry &each : models) {
        auto *row = new QStandardItem(each.known.isEmpty() ? each.name : tr("%1 \u00b7 %2").arg(each.name, each.known));
        row->setData(each.name, Qt::UserRole);
        rows->appendRow(row);
    }
    completer->setModel(rows);
    completer->setCompletionRole(Qt::UserRole);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(12);
    delete m_model->completer();
    m_model->setCompleter(completer);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, [this, models](const QString &name) {
        const auto chosen =
            std::find_if(models.begin(), models.end(), [&](const ModelEntry &each) { return each.name == name; });
        if (chosen != models.end())
            m_limits->showPrices(chosen->inputPrice, chosen->outputPrice);
    });
    showModelTest(tr("Models found: %1. Write a part of a name under Model to choose one.").arg(models.size()));
    m_model->setFocus();
}

void SettingsPage::buildAssistant() {
    m_assistant = new AssistantCard(m_theme, widget());
    m_cards->addWidget(m_assistant);
    connect(m_assistant, &AssistantCard::settingChosen, this, &SettingsPage::set);
    m_deadlines = new SlaCard(m_theme, widget());
    m_cards->addWidget(m_deadlines);
    connect(m_deadlines, &SlaCard::settingChosen, this, &SettingsPage::set);
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
    const ModelChoice fields{.baseUrl = choice.baseUrl,
                             .model = choice.model,
                             .organisation = choice.organisation,
                             .deadlineSeconds = choice.deadlineSeconds,
                             .limits = choice.limits};
    if (m_shownModel != fields) { // else what is being typed stays
        m_shownModel = fields;
        m_url->setText(choice.baseUrl);
        m_model->setText(choice.model);
        m_organisation->setText(choice.organisation);
        m_deadline->setValue(choice.deadlineSeconds);
        m_limits->show(choice.limits);
    }
    QStringList lines;
    lines += choice.tokenOrigin.isEmpty() ? tr("There is no token.")
                                          : tr("The token in force comes from %1.").arg(choice.tokenOrigin);
    lines += choice.tokenPlace;
    if (!choice.limitation.isEmpty())
        lines += choice.limitation;
    m_modelState->setText(lines.join(u'\n'));
}

void SettingsPage::showNotes(const QStringList &notes) {
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

//! `call` in the reader's thread, then `show` here.
template <typename Read, typename Show>
void SettingsPage::read(Read call, Show show) {
    m_reader.ask([call](Reader &reader) { return call(reader.stores().settings); })
        .then(this, [this, show](const std::invoke_result_t<Read, const SettingStore &> &value) {
            if (value)
                show(*value);
            else
                emit failed(value.error());
        });
}

void SettingsPage::showEvent(QShowEvent *event) {
    QScrollArea::showEvent(event);
    if (!event->spontaneous())
        refresh();
}

void SettingsPage::refresh() {
    emit refreshed();
    m_precision->refresh();
    read(readSlaPolicy, [this](const SlaPolicy &policy) { m_deadlines->showPolicy(policy); });
    read(readSettings, [this](const DeskSettings &settings) {
        const QSignalBlocker bar(m_bar), learn(m_learnDirectly);
        m_bar->setValue(settings.bar);
        m_learnDirectly->setChecked(settings.learnDirectly);
        m_assistant->showTurns(settings.mostTurns);
    });
    read(readModelContext, [this](int context) { m_assistant->showContext(context); });
    read(readHandoffHelp, [this](bool isWanted) { m_assistant->showHelp(isWanted); });
    read(readAssistantRules, [this](const AssistantRules &rules) { m_assistant->showRules(rules); });
}

} // namespace relaydesk
