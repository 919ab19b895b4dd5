#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""Other classifiers on the same files as `relaydesk evaluate`, for comparison.

usage: baselines.py TRAIN.csv TEST.csv [SHOTS [SEEDS]]
Prints accuracy (right first, in %) of a linear support vector machine on TF-IDF of words, word pairs and runs of 3 to 5
letters (needs scikit-learn: Debian's python3-sklearn), and of nlp.js (npm node-nlp, which script/setup-comparison puts
into build/nlpjs). What is not installed is skipped with a sentence.
"""

import csv
import json
import os
import random
import shutil
import statistics
import subprocess
import sys

NLP_JS = """
const { NlpManager } = require('node-nlp');
const [train, test] = JSON.parse(require('fs').readFileSync(0, 'utf8'));
(async () => {
  const manager = new NlpManager({ languages: ['en'], nlu: { log: false }, autoSave: false });
  for (const [text, category] of train) manager.addDocument('en', text, category);
  await manager.train();
  const answers = [];
  for (const text of test) {
    const found = (await manager.process('en', text)).classifications.filter((one) => one.intent !== 'None');
    answers.push(found.length > 0 ? [found[0].intent, found[0].score] : ['', 0]);
  }
  console.log('answers ' + JSON.stringify(answers));
})();
"""


class NotHere(Exception):
    """What a classifier needs is not installed; the text says what and from where."""


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [(row["text"], row.get("category", "")) for row in csv.DictReader(file)]


def drawn(texts, shots, seed):
    if not shots:
        return texts
    by_category = {}
    for text, category in texts:
        by_category.setdefault(category, []).append(text)
    chance = random.Random(seed)
    return [
        (text, category)
        for category in sorted(by_category)
        for text in chance.sample(by_category[category], min(shots, len(by_category[category])))
    ]


def support_vectors(train, test):
    """The category of each text and how far it is on that side."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import make_pipeline, make_union
        from sklearn.svm import LinearSVC
    except ImportError as missing:
        raise NotHere("scikit-learn is not installed (apt install python3-sklearn)") from missing
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    model = make_pipeline(make_union(words, letters), LinearSVC())
    model.fit([text for text, _ in train], [category for _, category in train])
    sides = model.decision_function(test)
    return [(model.classes_[row.argmax()], float(row.max())) for row in sides]


def nlp_js(train, test):
    """The category of each text and its score; that it is none is left out."""
    folder = os.environ.get("NODE_PATH", os.getcwd() + "/build/nlpjs/node_modules")
    if not shutil.which("node") or not os.path.isdir(os.path.join(folder, "node-nlp")):
        raise NotHere("node-nlp is not installed (script/setup-comparison)")
    done = subprocess.run(
        ["node", "-e", NLP_JS],
        input=json.dumps([train, test]),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NODE_PATH": folder},
    )
    for line in done.stdout.splitlines():
        if line.startswith("answers "):
            return [tuple(answer) for answer in json.loads(line[8:])]
    raise NotHere(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no answer")


CLASSIFIERS = {"TF-IDF and linear SVM": support_vectors, "nlp.js": nlp_js}


def accuracy(answers, test):
    return sum(found == right for (found, _), (_, right) in zip(answers, test)) / len(test)


def report(name, classify, train, test, shots, seeds):
    texts = [text for text, _ in test]
    found = [
        100 * accuracy(classify(drawn(train, shots, seed), texts), test) for seed in range(seeds if shots else 1)
    ]
    spread = f" (sd {statistics.stdev(found):.1f} over {len(found)} draws)" if len(found) > 1 else ""
    print(f"{name}: {statistics.mean(found):.1f} % right first{spread}", flush=True)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    train, test = rows(sys.argv[1]), rows(sys.argv[2])
    shots = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    seeds = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    for name, classify in CLASSIFIERS.items():
        try:
            report(name, classify, train, test, shots, seeds)
        except NotHere as why:
            print(f"{name}: skipped, {why}")


if __name__ == "__main__":
    main()
