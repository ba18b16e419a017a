/** What the model is for, for the top of its card. */
export const PURPOSE = `A linear model over hashed words and letters, in int8, that gives a first opinion on a text in microseconds and without a
network. Heads: \`request\` (a harmful thing asked for), \`content\` (a harmful thing said), \`jailbreak\` (an attempt to take a
model out of its rules), and heads that name a hazard. Probabilities are calibrated for a world in which harmful and
harmless texts are equally many; in real traffic harmful ones are rarer, and fewer of the flagged are harmful.`;

export const LIMITS = `## What it is not for

A guard on its own: it is a cheap first signal beside rules and guard models, and a person decides. It must not be used to
judge people, to search for authors, or as evidence.

## Not covered

- **Child safety**: handled by rules alone. Nothing of that kind was trained on.
- **S3, S5, S8, S9, S13, S14**: too few examples for a head. The \`request\` head has seen some of them; none is named.
- **Languages other than English.** Harmful examples are English, but for two small sets in Chinese and Vietnamese. What is
  measured in other languages is that harmless lines pass, not that harmful ones are found.
- **Negation, quotation, counter-speech, irony**: a bag of words and letters cannot tell who says what of whom.
- **A harmful request without a telling word**, disguised or encoded text, and long texts with little in them that tells.
  Of a text over 4,000 characters its first 3,000 and last 1,000 are read.
- **Dialect**: the labels of posts carry the bias of who gave them.`;

/** What was tried, with figures, whether it stayed or not. */
export const IDEAS_TRIED = '';
