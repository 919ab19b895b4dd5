// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/settings/encoderrow.h"
#include "ui/settings/namedcontrol.h"
#include "ui/widgets/styles.h"
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {
const QString usualRemote = QStringLiteral("intfloat/multilingual-e5-small"); //!< for a hundred languages
} // namespace

EncoderRow::EncoderRow(QWidget *parent) : QWidget(parent) {
    m_names = named(new QComboBox(this), QStringLiteral("encoder"), tr("Sentence encoder"));
    m_progress = named(new QProgressBar(this), QStringLiteral("encoderProgress"), tr("Texts encoded"));
    m_progress->setTextVisible(false);
    m_cancel = makeButton(tr("Leave off"), QStringLiteral("cancelEncoder"), ButtonKind::Quiet, this);
    m_state = named(makeLabel({}, TextKind::Muted, this), QStringLiteral("encoderState"), tr("State of the encoder"));
    m_state->setWordWrap(true);
    auto *under = new QHBoxLayout;
    under->addWidget(m_progress, 1);
    under->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_names);
    layout->addLayout(under);
    layout->addWidget(m_state);
    showBusy(false);
    m_state->hide();
    connect(m_names, &QComboBox::activated, this, &EncoderRow::choose);
    connect(m_cancel, &QPushButton::clicked, this, &EncoderRow::cancelWanted);
}

void EncoderRow::showBusy(bool busy) {
    m_names->setEnabled(!busy && m_names->count() > 0);
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
}

void EncoderRow::showEncoders(const QStringList &names, const QString &current) {
    const QSignalBlocker blocker(m_names);
    m_current = current;
    m_names->clear();
    for (const QString &name : names)
        m_names->addItem(name, name);
    const bool isRemote = current.startsWith(QLatin1String(remotePrefix));
    if (!current.isEmpty() && !names.contains(current) && !isRemote)
        m_names->addItem(current, current);
    addRemote(QLatin1String(remotePrefix) + usualRemote);
    if (isRemote && m_names->findData(current) < 0)
        addRemote(current);
    m_names->addItem(tr("Another model of the language model's server …"), QString());
    m_names->setPlaceholderText(names.isEmpty() ? tr("None is installed: relaydesk encoder install") : tr("None"));
    m_names->setCurrentIndex(current.isEmpty() ? -1 : m_names->findData(current));
    m_names->setEnabled(m_progress->isHidden());
}

void EncoderRow::addRemote(const QString &name) {
    const QString model = name.mid(qsizetype(qstrlen(remotePrefix)));
    m_names->addItem(tr("%1, run by the language model's server").arg(model), name);
    m_names->setItemData(m_names->count() - 1,
                         tr("The knowledge and every question are sent there, without private data."), Qt::ToolTipRole);
}

void EncoderRow::choose(int index) {
    const QString name = m_names->itemData(index).toString();
    m_names->setCurrentIndex(m_current.isEmpty() ? -1 : m_names->findData(m_current)); // until it serves
    if (name.isEmpty())
        askForModel();
    else
        emit chosen(name);
}

void EncoderRow::askForModel() {
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("remoteEncoder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Sentence encoder"));
    dialog->setLabelText(tr("The name of a model for sentence vectors that the language model's server runs. The "
                            "knowledge and every question are sent there, without private data."));
    dialog->setTextValue(usualRemote);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &model) {
        if (!model.trimmed().isEmpty())
            emit chosen(QLatin1String(remotePrefix) + model.trimmed());
    });
    dialog->open();
}

void EncoderRow::showProgress(const QString &name, int done, int all) {
    showBusy(true);
    m_progress->setRange(0, all);
    m_progress->setValue(done);
    say(all == 0 ? tr("Opening %1; the encoder in use goes on serving.").arg(name)
                 : tr("%1 of %2 texts are encoded with %3; the encoder in use goes on serving until all are.")
                       .arg(QString::number(done), QString::number(all), name));
}

void EncoderRow::showOutcome(const QString &sentence) {
    showBusy(false);
    say(sentence);
}

void EncoderRow::say(const QString &sentence) {
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
}

} // namespace relaydesk
