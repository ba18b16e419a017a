/** What the model is for, for the top of its card. */
export const PURPOSE = `A linear model over hashed words and letters, in int8, that gives a first opinion on a text in microseconds and without a
network. Heads: \`request\` (a harmful thing asked for), \`content\` (a harmful thing said), \`jailbreak\` (an attempt to take a
model out of its rules), and heads that name a hazard. Probabilities are calibrated for a world in which harmful and
harmless texts are equally many; in real traffic harmful ones are rarer, and fewer of the flagged are harmful.`;

export const LIMITS = `## What it is not for

A guard on its own: it is a cheap first signal beside rules and guard models, and a person decides. It must not be used to
judge people, to search for authors, or as evidence.

## Not covered

- **Child safety**: handled by rules alone. No harmful row of that kind was trained on.
- **S3, S5, S8, S9, S13, S14**: too few examples for a head. The \`request\` head has seen some of them; none is named.
- **Languages other than English.** Harmful examples are English, but for two small sets in Chinese and Vietnamese. What is
  measured in other languages is that harmless lines pass, not that harmful ones are found.
- **Negation, quotation, counter-speech, irony**: a bag of words and letters cannot tell who says what of whom.
- **A harmful request without a telling word**, and long texts with little in them that tells.
  Of a text over 4,000 characters its first 3,000 and last 1,000 are read; \`request\` reads the first 100,000 by windows too.
- **Dialect**: the labels of posts carry the bias of who gave them.

## How far to trust the figures

Most harmless requests among the measured rows are school maths and code, which the model has seen the like of; nearly all
that it flags of them is from \`oktest\` and \`seed_tasks\`. Expect more false positives in real chat. Some sources stand on both
sides, with different rows: \`advbench\`, \`maliciousinstruct\`, \`simplesafetytests\`, \`harmbench_val\`, \`hatecheck\`, \`oktest\` and
\`wiki_tox\` are the ones that no part was trained on. Settings were chosen on these rows, so the best figures flatter a little.`;

/** What was tried, with figures, whether it stayed or not. */
export const IDEAS_TRIED = `Each alone against the same model without it, unless it says otherwise. "Requests" is the recall of harmful requests, averaged
over cuts at 7 to 20 false positives of 1,259 (a single cut hangs on one row), "elsewhere" the same on the sources that no
part was trained on; the other figures are AUPRC.

| idea | figures | stays |
| --- | --- | --- |
| cost of an error 1, 2, 5, 10, 20, 40 instead of 5 | recall at 1 %: .708, .723, .732, .755, .758, .749 | 20 for requests, 10 for content |
| rarity: weights of rare features may grow more freely, power 0, 1, 1.5, 2, 3 | requests .736, .768, .786, .790, .775; elsewhere .739, .777, .797, .810, .802; wiki_tox .634, .640, .643, .656, .694 | 2 |
| breadth: weights of features of many sources may grow more freely, power 0, 0.5, 1, 2 | requests .790, .800, .803, .794; image prompts .662, .679, .704, .702; hatecheck .675, .685, .696, .710; wiki_tox .656, .642, .630, .605 | 1 for requests, 0.5 for content |
| words with one between, and the first words apart | content .811 to .821, wiki_tox .641 to .668, hatecheck .687 to .706; requests .807 to .794 | for content |
| length: divide by the number of features to the power 0.5, 0.35, 0.25 | wiki_tox .668, .707, .732, content .821, .822, .820; requests the same | 0.3 for content |
| words, pairs and letters each scaled to length 1 | content .795 to .804; requests recall at 1 % .762 to .718 | no |
| words and pairs alone, without letters | requests .803 to .775 | no |
| words three in a row | requests .790 to .774 | no |
| marks: question and exclamation marks, lines, length | recall at 1 % .732 to .663 | no |
| harmless texts of our own | requests .734 to .736, wiki_tox .617 to .634; harmless lines in other languages: see below | yes |
| the same, counted threefold | requests .768 to .761 | no |
| harmless posts of other sets as negatives for requests, or none | recall at 1 % .755, none .479 | yes |
| unlabelled first turns of red-team dialogues as harmful, weight 0.5, 0.2, 0.1; only the surest half | requests .807 to .573 (recall at 1 %), .633, .728; .767 | no |
| label noise: leave out the 10, 20, 30 % of harmful requests that a model of the other folds is least sure of | requests .786 to .759, .747, .739 | no |
| the same at a third of their weight | requests .786 to .785 | no |
| leave out the 0.5 % of harmless texts that are mistaken most surely | requests .807 to .776 | no |
| harmful request and harmless text joined, 4,000 of them, with as many joined harmless ones | requests .807 to .783, at half weight .788 | no |
| WordNet: first sense, three levels above it, and its file, as features | requests .807 to .807, elsewhere .820 to .823, content .811 to .812 | no |
| goemotions, davidson, edos with 0.3 to 0.4 of their weight in content | content .822 to .822, .816, .805 | no |
| sources capped at 500, 1,000, 10,000 rows instead of 4,000 | recall at 1 % .723, .735, .735 against .755 | no |
| windows of 250, 160, 128 characters over longer texts, 1.5 harder than the whole | harmful requests within 1,500 harmless characters .002 to .165, .302, .386; false positives of long harmless texts joined from eight .001 to .007, .014, .021 | 128 for requests |
| the same for content | wiki_tox .721 to .650 without a margin, .708 with 1.5 | no |
| signals of the English word lists as features | requests .804 to .822, elsewhere .816 to .846; content .811 to .811 | no: the lists stand beside it as detectors of their own |
| words of the word lists may grow 1.5, 2, 3 times as freely | requests .804 to .801, .795, .787; content .811 to .814, .814, .815 | no |
| mean of three models: this one, words alone, and one with the first words and gaps | requests .804 to .812, elsewhere .816 to .833 | no: 0.5 MB more for little |
| the three as one table of weights | requests .804 to .790 | no |
| mean of seven models, each without one source of harmful requests | requests .804 to .802, jailbreaks .860 to .880, image prompts .706 to .649 | no |
| harmful texts of every other kind as negatives for jailbreaks, and harmless sources held out whole to calibrate them | more likely an attack than not: harmless rows of wiki_tox .222 to .050, harmless posts .045 to .010, attacks .975 to .889; attacks at the cut .988 to .975 | yes |
| calibrated over sources and taken for traffic of which 7 % are harmful, with every reading of the text (guard) | requests refused to a teenager .594 plain, .549 to .598 in seven disguises; harmless ones .010 in all | yes, in the detector |`;
