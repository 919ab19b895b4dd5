// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/encoderknown.h"
#include <algorithm>

namespace relaydesk {

namespace {

QString text(const char *latin) { return QString::fromLatin1(latin); }

EncoderFile must(const char *path, const char *digest = "") { return {text(path), text(digest), false}; }
EncoderFile may(const char *path, const char *digest = "") { return {text(path), text(digest), true}; }

QVector<EncoderFile> unpinnedFiles() {
    return {must("config.json"),
            must("tokenizer.json"),
            may("tokenizer_config.json"),
            may("1_Pooling/config.json"),
            may("sentence_bert_config.json"),
            may("modules.json"),
            may("config_sentence_transformers.json"),
            may("vocab.txt"),
            must("model.safetensors")};
}

KnownEncoder miniLm() {
    return {text("all-MiniLM-L6-v2"),
            text("sentence-transformers/all-MiniLM-L6-v2"),
            text("1110a243fdf4706b3f48f1d95db1a4f5529b4d41"),
            text("Apache-2.0"),
            {},
            {must("config.json", "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41"),
             must("tokenizer.json", "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"),
             must("vocab.txt", "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"),
             must("1_Pooling/config.json", "4be450dde3b0273bb9787637cfbd28fe04a7ba6ab9d36ac48e92b11e350ffc23"),
             must("sentence_bert_config.json", "fc1993fde0a95c24ec6c022539d41cf6e2f7c9721e5415d6fb6897472a9cd4b7"),
             must("tokenizer_config.json", "acb92769e8195aabd29b7b2137a9e6d6e25c476a4f15aa4355c233426c61576b"),
             must("model.safetensors", "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db")}};
}

//! The small files carry no digest that was seen pinned; they come from the pinned revision all the same.
KnownEncoder bgeSmall() {
    return {text("bge-small-en-v1.5"),
            text("BAAI/bge-small-en-v1.5"),
            text("5c38ec7c405ec4b44b94cc5a9bb96e735b38267a"),
            text("MIT"),
            {},
            {must("config.json", "094f8e891b932f2000c92cfc663bac4c62069f5d8af5b5278c4306aef3084750"),
             must("tokenizer.json", "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66"),
             must("tokenizer_config.json"), must("1_Pooling/config.json"), must("sentence_bert_config.json"),
             must("modules.json"),
             must("model.safetensors", "3c9f31665447c8911517620762200d2245a2518d6e7208acc78cd9db317e21ad")}};
}

KnownEncoder multilingualE5() {
    return {text("multilingual-e5-small"),
            text("intfloat/multilingual-e5-small"),
            text("614241f622f53c4eeff9890bdc4f31cfecc418b3"),
            text("MIT"),
            text("query: "),
            {must("config.json", "69137736cab8b8903a07fe8afaafdda25aac55415a12a55d1bffa9f581abf959"),
             must("tokenizer.json", "0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39"),
             must("tokenizer_config.json"), must("1_Pooling/config.json"), must("sentence_bert_config.json"),
             must("modules.json"),
             must("model.safetensors", "1a55775f53449dac10a2bcbc312469fac40b96d53198c407081a831f81c98477")}};
}

} // namespace

const QVector<KnownEncoder> &knownEncoders() {
    static const QVector<KnownEncoder> known = {miniLm(), bgeSmall(), multilingualE5()};
    return known;
}

const KnownEncoder *knownEncoder(const QString &name) {
    const auto &known = knownEncoders();
    const auto found = std::find_if(known.begin(), known.end(), [&](const KnownEncoder &encoder) {
        return encoder.name == name || encoder.repository == name;
    });
    return found == known.end() ? nullptr : &*found;
}

KnownEncoder unknownEncoder(const QString &repository) {
    return {repository.section(u'/', -1), repository, text("main"), {}, {}, unpinnedFiles()};
}

QString knownPrefix(const QString &name) {
    const KnownEncoder *known = knownEncoder(name);
    return known ? known->prefix : QString();
}

} // namespace relaydesk
