// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/settings/assistantcard.h"
#include "models/desk/helpsetting.h"
#include "models/desk/modelcontext.h"
#include "models/desk/sensitivetopics.h"
#include "ui/settings/encoderrow.h"
#include "ui/settings/namedcontrol.h"
#include "ui/widgets/styles.h"
#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

const QString toneKey = QStringLiteral("assistant.tone");
const QString rulesKey = QStringLiteral("assistant.rules");
const QString languagesKey = QStringLiteral("assistant.languages");
const QString topicsKey = QStringLiteral("assistant.sensitive");
const QString tokensKey = QStringLiteral("assistant.tokens");
const QString turnsKey = QStringLiteral("turns.most");
const QString temperatureKey = QStringLiteral("assistant.temperature");

QLabel *remark(const QString &text, QWidget *parent) {
    QLabel *label = makeLabel(text, TextKind::Muted, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

AssistantCard::AssistantCard(Theme &theme, QWidget *parent) : Panel(theme, parent) {
    setTitle(tr("How the assistant reads and writes"));
    m_form = new QFormLayout;
    m_form->setContentsMargins(16, 12, 16, 16);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(12);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    body()->addLayout(m_form);
    m_form->addRow(tr("Sentence encoder"), new EncoderRow(this));
    m_tone = named(new QLineEdit(this), QStringLiteral("assistantTone"), tr("Tone"));
    m_tone->setPlaceholderText(tr("friendly and brief"));
    m_form->addRow(tr("Tone"), m_tone);
    m_languages = named(new QLineEdit(this), QStringLiteral("assistantLanguages"), tr("Languages"));
    m_languages->setPlaceholderText(tr("en, de; empty: the customer's own"));
    m_form->addRow(tr("Languages"), m_languages);
    m_tokens = addNumber(QStringLiteral("assistantTokens"), tr("Longest answer (tokens)"), tokensKey);
    m_tokens->setRange(16, 4000);
    m_context =
        addNumber(QStringLiteral("assistantContext"), tr("Model reads (tokens)"), QLatin1String(modelContextSetting));
    m_context->setRange(leastModelContext, mostModelContext);
    m_form->addRow(QString(), remark(tr("Articles are cut so that they fit in, with the answer. Set by itself when a "
                                        "model is saved whose server says how much it reads."),
                                     this));
    m_temperature = named(new QDoubleSpinBox(this), QStringLiteral("assistantTemperature"), tr("Temperature"));
    m_temperature->setRange(0, 2);
    m_temperature->setSingleStep(0.1);
    m_temperature->setKeyboardTracking(false);
    m_form->addRow(tr("Temperature"), m_temperature);
    m_help = named(new QCheckBox(tr("A summary and a reply for the agent, from the model"), this),
                   QStringLiteral("assistantHelp"), tr("Help with each ticket"));
    m_form->addRow(tr("Help with each ticket"), m_help);
    m_form->addRow(QString(), remark(tr("One or two requests to the language model when a ticket opens. Without them "
                                        "the desk's own summary and suggestion stand."),
                                     this));
    m_turns = addNumber(QStringLiteral("assistantTurns"), tr("Answers, then a person"), turnsKey);
    m_turns->setRange(1, 1000);
    m_rules = addLines(QStringLiteral("assistantRules"), tr("House rules"), rulesKey,
                       tr("One a line, as \"never promise a refund\". The model is told all of them; answers are also "
                          "checked for words in quotes and for rules that begin with never promise, offer, mention or "
                          "recommend."));
    m_topics = addLines(QStringLiteral("assistantTopics"), tr("Topics for a person"), topicsKey,
                        tr("One a line: a name, a colon, and the words. A star stands for any ending. Empty: the list "
                           "that came with the program."));
    connect(m_tone, &QLineEdit::editingFinished, this, [this] { send(toneKey, m_tone->text().simplified()); });
    connect(m_languages, &QLineEdit::editingFinished, this,
            [this] { send(languagesKey, m_languages->text().simplified()); });
    connect(m_help, &QCheckBox::toggled, this, [this](bool isWanted) {
        emit settingChosen(QLatin1String(handoffHelpSetting), isWanted ? QString() : QStringLiteral("off"));
    });
    connect(m_temperature, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { send(temperatureKey, QString::number(value, 'f', 2)); });
}

QSpinBox *AssistantCard::addNumber(const QString &name, const QString &label, const QString &key) {
    auto *field = named(new QSpinBox(this), name, label);
    field->setKeyboardTracking(false);
    m_form->addRow(label, field);
    connect(field, &QSpinBox::valueChanged, this, [this, key](int value) { send(key, QString::number(value)); });
    return field;
}

QPlainTextEdit *AssistantCard::addLines(const QString &name, const QString &label, const QString &key,
                                        const QString &words) {
    auto *edit = named(new QPlainTextEdit(this), name, label);
    edit->setTabChangesFocus(true);
    edit->setMinimumHeight(edit->fontMetrics().lineSpacing() * 5);
    edit->setProperty("settingKey", key);
    edit->installEventFilter(this);
    m_form->addRow(label, edit);
    m_form->addRow(QString(), remark(words, this));
    return edit;
}

bool AssistantCard::eventFilter(QObject *watched, QEvent *event) {
    const auto *edit = qobject_cast<QPlainTextEdit *>(watched);
    if (edit && event->type() == QEvent::FocusOut) {
        const QString text = edit->toPlainText().trimmed();
        const bool isShipped = edit == m_topics && text == defaultSensitiveTopics();
        send(edit->property("settingKey").toString(), isShipped ? QString() : text);
    }
    return Panel::eventFilter(watched, event);
}

//! What stands there already is not set again.
void AssistantCard::send(const QString &key, const QString &value) {
    if (m_shown.value(key) == value)
        return;
    m_shown.insert(key, value);
    emit settingChosen(key, value);
}

void AssistantCard::showRules(const AssistantRules &rules) {
    const QSignalBlocker tokens(m_tokens), temperature(m_temperature);
    m_shown.insert({{toneKey, rules.tone},
                    {rulesKey, rules.houseRules.join(u'\n')},
                    {languagesKey, rules.languages.join(QStringLiteral(", "))},
                    {topicsKey, rules.sensitiveTopics.trimmed()},
                    {tokensKey, QString::number(rules.maxTokens)},
                    {temperatureKey, QString::number(rules.temperature, 'f', 2)}});
    if (!m_tone->hasFocus())
        m_tone->setText(rules.tone);
    if (!m_languages->hasFocus())
        m_languages->setText(m_shown.value(languagesKey));
    if (!m_rules->hasFocus())
        m_rules->setPlainText(m_shown.value(rulesKey));
    if (!m_topics->hasFocus())
        m_topics->setPlainText(rules.sensitiveTopics.trimmed().isEmpty() ? defaultSensitiveTopics()
                                                                         : rules.sensitiveTopics.trimmed());
    m_tokens->setValue(rules.maxTokens);
    m_temperature->setValue(rules.temperature);
}

void AssistantCard::showHelp(bool isWanted) {
    const QSignalBlocker blocker(m_help);
    m_help->setChecked(isWanted);
}

void AssistantCard::showTurns(int most) {
    const QSignalBlocker blocker(m_turns);
    m_turns->setValue(most);
    m_shown.insert(turnsKey, QString::number(most));
}

void AssistantCard::showContext(int tokens) {
    const QSignalBlocker blocker(m_context);
    m_context->setValue(tokens);
    m_shown.insert(QLatin1String(modelContextSetting), QString::number(tokens));
}

} // namespace relaydesk
