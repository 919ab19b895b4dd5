// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The program put together: the members stand in the order in which they are built on one another.
#pragma once
#include "app/deskmatcher.h"
#include "app/encoderswitch.h"
#include "app/huggingface/huggingfaceclient.h"
#include "app/knowledgepreparation.h"
#include "app/launchoptions.h"
#include "app/storage/sqlitestores.h"
#include "app/systemclock.h"
#include "models/desk/desk.h"

namespace relaydesk {

//! The setting that holds the name (or the whole path) of the desk's encoder, or its remoteChoice(); empty: the default
//! one.
inline constexpr char encoderSetting[] = "encoder";

struct Services {
    SystemClock clock;
    std::unique_ptr<SqliteStores> storage;
    std::unique_ptr<HuggingFaceClient> model;
    std::shared_ptr<EmbeddingLine> line; //!< of a remote encoder; idle where there is none
    std::unique_ptr<DeskMatcher> matcher;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<EncoderSwitch> encoders;
    std::unique_ptr<KnowledgePreparation> preparation;

    //! Opens the database, reads the knowledge, takes up what was left unanswered.
    static Result<std::unique_ptr<Services>> open(const LaunchOptions &options);
};

//! The database alone, for commands that only read or write knowledge or figures.
Result<std::unique_ptr<SqliteStores>> openStorage(const LaunchOptions &options);

//! Where and how the model is asked; the token is looked for anew. Offline where the options, the environment or the
//! switch in the status bar say so.
ModelSettings modelSettingsFor(const LaunchOptions &options);
//! The switch in the status bar, kept with the program.
inline constexpr char offlineSetting[] = "model/offline";

//! The articles shipped with the program.
Result<QVector<Article>> sampleKnowledge();

} // namespace relaydesk
