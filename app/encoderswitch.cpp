// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/encoderswitch.h"
#include "app/matching/encoderlocation.h"
#include "app/services.h"
#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QDir>

namespace relaydesk {

namespace {

QString chosenIn(const Stores &stores) {
    return stores.settings.value(QLatin1String(encoderSetting)).value_or(QString());
}

} // namespace

EncoderSwitch::EncoderSwitch(Desk &desk, GaussianMatcher &matcher, const QString &folder)
    : m_desk(desk)
    , m_matcher(matcher)
    , m_folder(matcher.vectors() ? folder : QString())
    , m_followed(chosenIn(desk.stores()))
    , m_timer(this) {
    connect(&m_timer, &QTimer::timeout, this, &EncoderSwitch::follow);
    m_timer.start(followMs);
}

QString EncoderSwitch::current() const { return m_folder.isEmpty() ? QString() : QDir(m_folder).dirName(); }

//! Another process writes the setting when everything known is encoded: here the vectors only have to be read.
void EncoderSwitch::follow() {
    const QString chosen = chosenIn(m_desk.stores());
    if (chosen == m_followed)
        return;
    m_followed = chosen;
    if (encoderFolderFor(chosen) != m_folder)
        use(chosen.isEmpty() ? encoderFolderFor(chosen) : chosen);
}

void EncoderSwitch::use(const QString &name) {
    m_preparation.reset();
    const int attempt = ++m_attempt;
    m_wanted = name;
    if (!qEnvironmentVariableIsEmpty("RELAYDESK_ENCODER_DIR"))
        return endWith(ErrorKind::Invalid, tr("RELAYDESK_ENCODER_DIR is set and stands above any choice of an encoder. "
                                              "Nothing was changed; start Relaydesk without it."));
    const QString folder = encoderFolder(name);
    if (folder.isEmpty())
        return endWith(ErrorKind::NotFound,
                       tr("The encoder \"%1\" is not installed; the desk goes on with the one it has. See: relaydesk "
                          "encoder list")
                           .arg(name));
    emit progressed(name, 0, 0);
    QtConcurrent::run([folder] {
        return BertEncoder::open(folder);
    }).then(this, [this, attempt](QFuture<Opened> opened) {
        if (attempt == m_attempt)
            prepare(opened.takeResult());
    });
}

void EncoderSwitch::prepare(Opened opened) {
    if (!opened)
        return endWith(opened.error().kind,
                       tr("%1 The desk goes on with the encoder it has.").arg(opened.error().sentence));
    m_fresh = std::make_shared<VectorCache>(std::move(*opened), m_desk.stores().derived);
    m_preparation = std::make_unique<VectorPreparation>(m_fresh);
    connect(m_preparation.get(), &VectorPreparation::progressed, this,
            [this](int done, int all) { emit progressed(m_wanted, done, all); });
    connect(m_preparation.get(), &VectorPreparation::finished, this, &EncoderSwitch::finish);
    m_preparation->start(m_matcher.texts());
}

void EncoderSwitch::finish(Prepared how) {
    if (how == Prepared::Cancelled)
        return endWith(ErrorKind::Cancelled,
                       tr("Left off. The desk goes on with the encoder it has; what was encoded is kept."));
    // What was learned in the meantime is encoded now.
    if (const auto adopted = m_matcher.adopt(m_fresh); !adopted)
        return endWith(adopted.error().kind, adopted.error().sentence);
    m_folder = encoderFolder(m_wanted);
    m_preparation.release()->deleteLater(); // it is telling this
    m_fresh.reset();
    const QString name = std::exchange(m_wanted, {});
    if (name != m_followed) {
        m_followed = name;
        if (const auto kept = m_desk.setSetting(QLatin1String(encoderSetting), name); !kept)
            emit failed(
                {kept.error().kind, tr("%1 is in use until Relaydesk ends, but the choice could not be kept: %2")
                                        .arg(current(), kept.error().sentence)});
    }
    emit changed(current());
}

void EncoderSwitch::cancel() {
    if (m_preparation)
        return m_preparation->cancel();
    if (!m_wanted.isEmpty())
        finish(Prepared::Cancelled);
}

void EncoderSwitch::endWith(ErrorKind kind, const QString &sentence) {
    ++m_attempt;
    m_wanted.clear();
    m_fresh.reset();
    if (m_preparation)
        m_preparation.release()->deleteLater();
    emit failed({kind, sentence});
}

} // namespace relaydesk
