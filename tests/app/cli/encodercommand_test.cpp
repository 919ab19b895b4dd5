// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! `relaydesk encoder`: installed from a server or a folder, all of it or nothing, and changed over to.
#include "tests/app/matching/smallencoder.h"
#include "tests/app/matching/tinybert.h"
#include "tests/support/program.h"
#include "tests/support/standinserver.h"
#include <QtCore/QCryptographicHash>
#include <QtTest/QTest>

using namespace relaydesk;

namespace {

const QByteArray commit = "0123456789abcdef0123456789abcdef01234567";

//! A server laid out as the Hub is, with the small encoder as acme/tiny, that may end one answer early.
class SmallHub {
  public:
    SmallHub() {
        m_server.answerEach([this](const StandInRequest &request) { return answer(request); });
    }

    QString url() const { return m_server.url().toString(); }
    int requests() const { return m_server.requestCount(); }
    //! The next answer of the weights ends after `bytes`.
    void cutWeightsOnce(qsizetype bytes) { m_cut = bytes; }
    QByteArrayList ranges() const {
        QByteArrayList ranges;
        for (const StandInRequest &request : m_server.requests()) {
            if (request.headers.contains("range"))
                ranges += request.headers.value("range");
        }
        return ranges;
    }

  private:
    StandInScript answer(const StandInRequest &request) {
        if (request.path.endsWith("/api/models/acme/tiny/revision/main"))
            return send(200, "{\"sha\":\"" + commit + "\"}");
        const QByteArray prefix = "/resolve/" + commit + "/";
        const qsizetype at = request.path.indexOf(prefix);
        const QByteArray name = request.path.mid(at + prefix.size());
        QFile file(encoderData(name == "tokenizer.json" ? u"unigram/tokenizer.json"_qs
                                                        : u"small-mean/"_qs + QString::fromLatin1(name)));
        if (at < 0 || !request.path.contains("/acme/tiny/") || !file.open(QIODevice::ReadOnly))
            return send(404, "no");
        const QByteArray bytes = file.readAll();
        if (request.headers.contains("range")) {
            const qsizetype from = request.headers.value("range").mid(6).chopped(1).toLongLong();
            return send(
                206, bytes.mid(from),
                {{"Content-Range", "bytes " + QByteArray::number(from) + "-" + QByteArray::number(bytes.size() - 1) +
                                       "/" + QByteArray::number(bytes.size())}});
        }
        const qsizetype cut = name == "model.safetensors" ? std::exchange(m_cut, 0) : 0;
        if (cut == 0)
            return send(200, bytes);
        return {
            {StandInStep::Send, standin::response(200, "application/octet-stream", bytes).chopped(bytes.size() - cut)},
            {StandInStep::Close, {}}};
    }

    static StandInScript send(int status, const QByteArray &body, const StandInHeaders &more = {}) {
        return {{StandInStep::Send, standin::response(status, "application/octet-stream", body, more)}};
    }

    qsizetype m_cut = 0; //!< set before a request, read in the server's thread
    StandInServer m_server;
};

} // namespace

class EncoderCommandTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_program = std::make_unique<Program>(); }

    void shouldListTheKnownOnes() {
        const QJsonArray encoders = run({u"list"_qs, u"--json"_qs}).json().value(u"encoders"_qs).toArray();
        QCOMPARE(encoders.size(), 3);
        QCOMPARE(encoders[0][u"name"_qs].toString(), u"all-MiniLM-L6-v2"_qs);
        QCOMPARE(encoders[0][u"revision"_qs].toString(), u"1110a243fdf4706b3f48f1d95db1a4f5529b4d41"_qs);
        QCOMPARE(encoders[1][u"sha256"_qs][u"model.safetensors"_qs].toString(),
                 u"3c9f31665447c8911517620762200d2245a2518d6e7208acc78cd9db317e21ad"_qs);
        QVERIFY(!encoders[2][u"installed"_qs].toBool());
        QVERIFY(run({u"list"_qs}).out.contains(u"intfloat/multilingual-e5-small"_qs));
    }

    void shouldInstallFromTheHubOnceAgreedTo() {
        // GIVEN a model whose digests are not known
        const SmallHub hub;
        // WHEN it is not agreed to THEN its digests are shown and nothing is installed
        const Ran refused =
            m_program->run({u"encoder"_qs, u"install"_qs, u"acme/tiny"_qs, u"--hub"_qs, hub.url()}, "n\n");
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains(digestOf(u"small-mean/model.safetensors"_qs)), qPrintable(refused.err));
        QVERIFY(!QFileInfo::exists(m_program->path(u"tiny"_qs)));
        // WHEN it is THEN it is there, with what was fetched written down
        const Ran agreed =
            m_program->run({u"encoder"_qs, u"install"_qs, u"acme/tiny"_qs, u"--hub"_qs, hub.url()}, "y\n");
        QVERIFY2(agreed.exitCode == 0, qPrintable(agreed.err));
        const QJsonObject info = run({u"info"_qs, u"tiny"_qs, u"--json"_qs}).json();
        QCOMPARE(info.value(u"repository"_qs).toString(), u"acme/tiny"_qs);
        QCOMPARE(info.value(u"revision"_qs).toString().toLatin1(), commit);
        QCOMPARE(info.value(u"dimensions"_qs).toInt(), 16);
        QCOMPARE(info.value(u"prefix"_qs).toString(), u"query: "_qs);
        QCOMPARE(info.value(u"files"_qs)[u"model.safetensors"_qs].toString(),
                 digestOf(u"small-mean/model.safetensors"_qs));
        QVERIFY(run({u"list"_qs}).out.contains(u"tiny"_qs));
    }

    void shouldGoOnWhereAFetchEnded() {
        // GIVEN a fetch of the weights that ended early
        SmallHub hub;
        hub.cutWeightsOnce(100'000);
        const QStringList install = {u"install"_qs, u"acme/tiny"_qs, u"--yes"_qs, u"--hub"_qs, hub.url()};
        const Ran ended = run(install);
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.err.contains(u"goes on from there"_qs), qPrintable(ended.err));
        QVERIFY(!QFileInfo::exists(m_program->path(u"tiny"_qs)));
        const int before = hub.requests();
        // WHEN it is tried again THEN only the rest is fetched
        const Ran again = run(install);
        QVERIFY2(again.exitCode == 0, qPrintable(again.err));
        QCOMPARE(hub.ranges(), QByteArrayList{"bytes=100000-"});
        QVERIFY(hub.requests() - before < 8);
        QCOMPARE(fileDigest(m_program->path(u"tiny/model.safetensors"_qs)),
                 digestOf(u"small-mean/model.safetensors"_qs));
    }

    void shouldInstallNothingElseUnderAKnownName() {
        // GIVEN a folder of a known name with another model in it
        const QString folder = m_program->path(u"elsewhere/all-MiniLM-L6-v2"_qs);
        copySmallEncoder(u"small-mean"_qs, folder);
        for (const char *name : {"vocab.txt", "sentence_bert_config.json", "tokenizer_config.json"})
            writeFile(folder + u'/' + QLatin1String(name), "{}");
        // WHEN it is installed THEN it is refused, with both digests
        const Ran ran = run({u"install"_qs, folder, u"--yes"_qs});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY2(ran.err.contains(u"953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41"_qs),
                 qPrintable(ran.err));
        QVERIFY(!QFileInfo::exists(m_program->path(u"all-MiniLM-L6-v2"_qs)));
    }

    void shouldSayWhatIsWrong_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("clause");
        QTest::newRow("no such model") << QStringList{u"install"_qs, u"acme/none"_qs} << u"no file"_qs;
        QTest::newRow("no name") << QStringList{u"install"_qs, u"../../etc"_qs} << u"no name of a model"_qs;
        QTest::newRow("unsafe server") << QStringList{u"install"_qs, u"acme/tiny"_qs, u"--hub"_qs,
                                                      u"http://192.0.2.1"_qs}
                                       << u"https"_qs;
        QTest::newRow("offline") << QStringList{u"install"_qs, u"acme/tiny"_qs, u"--offline"_qs} << u"offline"_qs;
        QTest::newRow("not there") << QStringList{u"use"_qs, u"bge-small-en-v1.5"_qs} << u"not installed"_qs;
        QTest::newRow("none") << QStringList{u"info"_qs} << u"by words alone"_qs;
    }

    void shouldSayWhatIsWrong() {
        QFETCH(QStringList, words);
        QFETCH(QString, clause);
        const SmallHub hub;
        if (!words.contains(u"--hub"_qs))
            words += {u"--hub"_qs, hub.url()};
        const Ran ran = run(words);
        QCOMPARE(ran.exitCode, 1);
        QVERIFY2(ran.err.contains(clause), qPrintable(ran.err));
    }

    void shouldExplainWrongUse() {
        QCOMPARE(run({}).exitCode, 2);
        QCOMPARE(run({u"install"_qs}).exitCode, 2);
        QCOMPARE(run({u"remove"_qs, u"x"_qs}).exitCode, 2);
    }

    void shouldRefuseABrokenFolder() {
        const QString folder = m_program->path(u"elsewhere/broken"_qs);
        copySmallEncoder(u"small-first"_qs, folder);
        writeFile(folder + u"/model.safetensors"_qs, "short");
        const Ran ran = run({u"install"_qs, folder, u"--yes"_qs});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY2(ran.err.contains(u"model.safetensors"_qs), qPrintable(ran.err));
        QVERIFY(!QFileInfo::exists(m_program->path(u"broken"_qs)));
    }

    void shouldChangeOverToAnInstalledOne() {
        // GIVEN a desk that matches by words, and an encoder that was installed from a folder
        m_program->setVariable(u"RELAYDESK_ENCODER_DIR"_qs, {});
        m_program->setVariable(u"XDG_DATA_HOME"_qs, m_program->path(u"data"_qs));
        m_program->setVariable(u"XDG_DATA_DIRS"_qs, m_program->path(u"none"_qs));
        m_program->write(u"a.md"_qs, "# How do I pay?\n\nBy card. Or by invoice.\n");
        QCOMPARE(m_program->run({u"import"_qs, m_program->path(u"a.md"_qs)}).exitCode, 0);
        copySmallEncoder(u"small-mean"_qs, m_program->path(u"elsewhere/mine"_qs));
        QCOMPARE(run({u"install"_qs, m_program->path(u"elsewhere/mine"_qs), u"--yes"_qs}).exitCode, 0);
        QVERIFY(run({u"info"_qs}).err.contains(u"by words alone"_qs));
        // WHEN the desk changes over
        const Ran used = run({u"use"_qs, u"mine"_qs, u"--json"_qs});
        QVERIFY2(used.exitCode == 0, qPrintable(used.err));
        const int texts = used.json().value(u"texts"_qs).toInt();
        QVERIFY(texts >= 2);
        // THEN everything known is encoded with it, and it is the one in use
        const QJsonObject info = run({u"info"_qs, u"--json"_qs}).json();
        QCOMPARE(info.value(u"name"_qs).toString(), u"mine"_qs);
        QCOMPARE(info.value(u"vectors"_qs).toInt(), texts);
        QVERIFY(run({u"list"_qs}).out.contains(u"in use"_qs));
        // AND a desk whose encoder is gone says so and goes on
        QVERIFY(QDir(m_program->path(u"data/relaydesk/encoders/mine"_qs)).removeRecursively());
        const Ran asked = m_program->run({u"ask"_qs, u"How do I pay?"_qs, u"--offline"_qs});
        QVERIFY2(asked.err.contains(u"not installed"_qs), qPrintable(asked.err));
    }

  private:
    Ran run(const QStringList &words) const { return m_program->run(QStringList{u"encoder"_qs} + words); }

    static QString fileDigest(const QString &path) {
        QFile file(path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? QString::fromLatin1(hash.result().toHex())
                                                                     : QString();
    }
    static QString digestOf(const QString &name) { return fileDigest(encoderData(name)); }

    std::unique_ptr<Program> m_program;
};

QTEST_GUILESS_MAIN(EncoderCommandTest)
#include "encodercommand_test.moc"
