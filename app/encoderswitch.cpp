// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/encoderswitch.h"
#include "app/matching/bertencoder.h"
#include "app/matching/encoderlocation.h"
#include "app/services.h"
#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QDir>

namespace relaydesk {

namespace {

constexpr int firstRestMs = 5'000;
constexpr int longestRestMs = 5 * 60'000;

QString chosenIn(const Stores &stores) {
    return stores.settings.value(QLatin1String(encoderSetting)).value_or(QString());
}

QString placeOf(const QString &choice) {
    return remoteModel(choice).isEmpty() || !qEnvironmentVariableIsEmpty("RELAYDESK_ENCODER_DIR")
               ? encoderFolderFor(choice)
               : choice;
}

QString nameOf(const QString &place) {
    return place.isEmpty() || !remoteModel(place).isEmpty() ? place : QDir(place).dirName();
}

Result<std::unique_ptr<SentenceEncoder>> opened(const QString &choice, const std::shared_ptr<EmbeddingLine> &line) {
    const QString model = remoteModel(choice);
    if (!model.isEmpty())
        return RemoteEncoder::open(model, line).map([](auto &&encoder) -> std::unique_ptr<SentenceEncoder> {
            return std::move(encoder);
        });
    return BertEncoder::open(encoderFolder(choice)).map([](auto &&encoder) -> std::unique_ptr<SentenceEncoder> {
        return std::move(encoder);
    });
}

} // namespace

EncoderSwitch::EncoderSwitch(Desk &desk, DeskMatcher &matcher, HuggingFaceClient &model,
                             std::shared_ptr<EmbeddingLine> line)
    : m_desk(desk)
    , m_matcher(matcher)
    , m_model(model)
    , m_line(std::move(line))
    , m_followed(chosenIn(desk.stores()))
    , m_timer(this) {
    if (const RemoteEncoder *encoder = m_matcher.remote()) {
        m_place = m_followed;
        encoder->setMood(RemoteEncoder::Mood::Prompt);
    } else if (m_matcher.vectors()) {
        m_place = encoderFolderFor(m_followed);
    }
    connect(&m_model, &HuggingFaceClient::settingsChanged, this, &EncoderSwitch::takeModelSettings);
    connect(&m_timer, &QTimer::timeout, this, &EncoderSwitch::follow);
    m_timer.start(followMs);
    QMetaObject::invokeMethod(this, &EncoderSwitch::encodeWaiting, Qt::QueuedConnection);
}

EncoderSwitch::~EncoderSwitch() {
    m_line->close();
    keepRecords();
}

QString EncoderSwitch::current() const { return nameOf(m_place); }

//! Another process writes the setting when everything known is encoded: here the vectors only have to be read.
void EncoderSwitch::follow() {
    keepRecords();
    const QString chosen = chosenIn(m_desk.stores());
    if (chosen == m_followed) {
        encodeWaiting();
        watchRemote();
        return;
    }
    m_followed = chosen;
    if (placeOf(chosen) != m_place)
        use(chosen.isEmpty() ? encoderFolderFor(chosen) : chosen);
}

void EncoderSwitch::takeModelSettings() {
    m_line->setSettings(m_model.settings());
    keepRecords();
    m_restMs = 0;
    m_rest = QDeadlineTimer(0);
    m_isLeftOff = false;
    watchRemote();
}

void EncoderSwitch::keepRecords() {
    for (const RequestRecord &record : m_line->takeRecords())
        m_model.note(record);
    m_line->setLimit(m_model.limitReached());
}

//! The chosen one is opened again where it has no vectors to give, and was never opened in this run.
void EncoderSwitch::watchRemote() {
    const QString choice = placeOf(m_followed);
    if (remoteModel(choice).isEmpty() || m_isLeftOff || !m_wanted.isEmpty())
        return;
    const RemoteEncoder *encoder = m_matcher.remote();
    if (encoder && m_matcher.limitation().isEmpty())
        return;
    if (encoder && !std::exchange(m_isLost, true))
        emit failed({ErrorKind::Unavailable, m_matcher.limitation()});
    if (!m_rest.hasExpired())
        return;
    m_restMs = std::clamp(2 * m_restMs, firstRestMs, longestRestMs);
    m_rest.setRemainingTime(m_restMs);
    m_isReturning = true;
    begin(choice);
}

//! What is known and has no vector yet, with the encoder in use; a remote one is watched.
void EncoderSwitch::encodeWaiting() {
    if (!m_matcher.isWaiting() || m_matcher.remote() || m_isLeftOff || !m_wanted.isEmpty())
        return;
    m_isReturning = true;
    m_wanted = m_place;
    m_fresh = m_matcher.vectors();
    encode();
}

void EncoderSwitch::use(const QString &name) {
    m_isReturning = false;
    m_isLeftOff = false;
    m_wanted = name;
    if (!qEnvironmentVariableIsEmpty("RELAYDESK_ENCODER_DIR"))
        return endWith(ErrorKind::Invalid, tr("RELAYDESK_ENCODER_DIR is set and stands above any choice of an encoder. "
                                              "Nothing was changed; start Relaydesk without it."));
    if (remoteModel(name).isEmpty() && encoderFolder(name).isEmpty())
        return endWith(ErrorKind::NotFound,
                       tr("The encoder \"%1\" is not installed; the desk goes on with the one it has. See: relaydesk "
                          "encoder list")
                           .arg(name));
    emit progressed(nameOf(name), 0, 0);
    begin(name);
}

void EncoderSwitch::begin(const QString &name) {
    m_preparation.reset();
    m_wanted = name;
    const int attempt = ++m_attempt;
    QtConcurrent::run([name, line = m_line] {
        return opened(name, line);
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
    encode();
}

void EncoderSwitch::encode() {
    m_preparation = std::make_unique<VectorPreparation>(m_fresh);
    connect(m_preparation.get(), &VectorPreparation::progressed, this,
            [this](int done, int all) { emit progressed(nameOf(m_wanted), done, all); });
    connect(m_preparation.get(), &VectorPreparation::finished, this, &EncoderSwitch::finish);
    m_preparation->start(m_matcher.texts());
}

void EncoderSwitch::finish(Prepared how) {
    if (how == Prepared::Cancelled && m_isReturning)
        return endWith(ErrorKind::Cancelled, tr("Left off; what was encoded is kept. Questions are matched by their "
                                                "words alone. Choose the encoder, or start again, to go on."));
    if (how == Prepared::Cancelled)
        return endWith(ErrorKind::Cancelled,
                       tr("Left off. The desk goes on with the encoder it has; what was encoded is kept."));
    const auto *encoder = dynamic_cast<const RemoteEncoder *>(&m_fresh->encoder());
    if (encoder && how == Prepared::WithGaps)
        return endWith(
            ErrorKind::Unavailable,
            tr("%1 The desk goes on with the encoder it has; what was encoded is kept.").arg(encoder->trouble()));
    if (encoder)
        encoder->setMood(RemoteEncoder::Mood::Prompt);
    // What was learned in the meantime is encoded now.
    if (const auto adopted = m_matcher.adopt(m_fresh); !adopted)
        return endWith(adopted.error().kind, adopted.error().sentence);
    m_place = encoder ? m_wanted : encoderFolder(m_wanted);
    m_preparation.release()->deleteLater(); // it is telling this
    m_fresh.reset();
    m_isLost = false;
    m_restMs = 0;
    if (encoder && !encoder->remember(m_desk.stores().derived))
        qInfo("The middle of the vectors was not kept: questions are matched by words at the next start, at first");
    keepChoice(std::exchange(m_wanted, {}));
    emit changed(current());
}

void EncoderSwitch::keepChoice(const QString &name) {
    if (std::exchange(m_isReturning, false) || name == m_followed)
        return;
    m_followed = name;
    if (const auto kept = m_desk.setSetting(QLatin1String(encoderSetting), name); !kept)
        emit failed({kept.error().kind, tr("%1 is in use until Relaydesk ends, but the choice could not be kept: %2")
                                            .arg(current(), kept.error().sentence)});
}

void EncoderSwitch::cancel() {
    m_line->leaveOff(remoteModel(m_wanted)); // the pieces under way would take up to a minute
    if (m_preparation)
        return m_preparation->cancel();
    if (!m_wanted.isEmpty())
        finish(Prepared::Cancelled);
}

//! One that runs elsewhere may come back to itself: it is tried again, and that it is lost was told once.
void EncoderSwitch::endWith(ErrorKind kind, const QString &sentence) {
    ++m_attempt;
    m_fresh.reset();
    if (m_preparation)
        m_preparation.release()->deleteLater();
    const bool isElsewhere = !remoteModel(std::exchange(m_wanted, {})).isEmpty();
    const bool wasReturning = std::exchange(m_isReturning, false);
    m_isLeftOff = wasReturning && (!isElsewhere || kind == ErrorKind::Cancelled);
    if (!wasReturning || m_isLeftOff)
        emit failed({kind, sentence});
}

} // namespace relaydesk
