#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""Other classifiers on the same files as `relaydesk evaluate`, for comparison.

usage: baselines.py TRAIN.csv TEST.csv [SHOTS [SEEDS]]
Prints accuracy (right first, in %) of a linear support vector machine on TF-IDF of words, word pairs and runs of 3 to 5
letters (needs scikit-learn: Debian's python3-sklearn), and of nlp.js (npm node-nlp). What is not installed is skipped
with a sentence.
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
  let right = 0;
  for (const [text, category] of test) {
    const found = (await manager.process('en', text)).classifications.filter((one) => one.intent !== 'None');
    right += found.length > 0 && found[0].intent === category ? 1 : 0;
  }
  console.log('accuracy ' + right / test.length);
})();
"""


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [(row["text"], row["category"]) for row in csv.DictReader(file)]


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
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline, make_union
    from sklearn.svm import LinearSVC

    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    model = make_pipeline(make_union(words, letters), LinearSVC())
    model.fit([text for text, _ in train], [category for _, category in train])
    found = model.predict([text for text, _ in test])
    return sum(a == b for a, (_, b) in zip(found, test)) / len(test)


def nlp_js(train, test):
    done = subprocess.run(
        ["node", "-e", NLP_JS], input=json.dumps([train, test]), capture_output=True, text=True, check=False
    )
    for line in done.stdout.splitlines():
        if line.startswith("accuracy "):
            return float(line.split()[1])
    raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no answer")


def report(name, classify, train, test, shots, seeds):
    found = [100 * classify(drawn(train, shots, seed), test) for seed in range(seeds if shots else 1)]
    spread = f" (sd {statistics.stdev(found):.1f} over {len(found)} draws)" if len(found) > 1 else ""
    print(f"{name}: {statistics.mean(found):.1f} % right first{spread}", flush=True)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    train, test = rows(sys.argv[1]), rows(sys.argv[2])
    shots = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    seeds = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    try:
        report("TF-IDF and linear SVM", support_vectors, train, test, shots, seeds)
    except ImportError:
        print("TF-IDF and linear SVM: skipped, scikit-learn is not installed (apt install python3-sklearn)")
    folder = os.environ.get("NODE_PATH", os.getcwd() + "/node_modules")
    if not shutil.which("node") or not os.path.isdir(os.path.join(folder, "node-nlp")):
        print("nlp.js: skipped, it is not installed (npm install node-nlp, then NODE_PATH=…/node_modules)")
        return
    report("nlp.js", nlp_js, train, test, shots, seeds)


if __name__ == "__main__":
    main()
