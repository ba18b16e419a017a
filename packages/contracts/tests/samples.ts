/** One true-to-life example of each thing that is stored or sent, as plain JSON values. */

const time = Date.UTC(2026, 10, 22, 21);
const hash = 'a0'.repeat(32);

const seen = {
  score: 0.93,
  place: 'messages[0].content',
  role: 'user',
  stage: 'input',
  spans: [
    [0, 4],
    [9, 12],
  ],
  via: ['raw', 'folded'],
  detector: 'lexicon',
  version: '1',
};

export const signals = [
  { kind: 'hazard', name: 'S7', ...seen, rule: 'privacy.address' },
  { kind: 'attribute', name: 'fiction', ...seen },
  { kind: 'maturity', name: 'violence', degree: 2, ...seen },
];

const maturity = { sexual: 0, violence: 2, hate: 0, 'self-harm': 0, drugs: 0, level: 'mature' };

export const reason = {
  rule: 'privacy',
  decision: 'refuse',
  subject: 'S7',
  locked: false,
  enforced: true,
  explanation: 'words',
  help: false,
  signals: [0],
};

export const verdict = {
  id: 'vrd_1',
  generation: 'gen_1',
  stage: 'input',
  decision: 'refuse',
  proposed: 'refuse',
  score: 0.93,
  maturity,
  audience: 'teen',
  reasons: [reason],
  repairs: [{ place: 'messages[0].content', spans: [[0, 4]], replacement: '[name]' }],
  signals,
  coverage: [{ status: 'scanned', detector: 'lexicon', place: 'messages[0].content' }],
  policy: { id: 'open-chat', version: '1.0.0', hash, mode: 'enforce' },
  tookMs: 1.25,
};

export const recordedGeneration = {
  verdict: 'vrd_1',
  generation: 'gen_1',
  stage: 'input',
  door: 'openai',
  model: 'demo',
  choice: null,
  decision: 'refuse',
  proposed: 'refuse',
  score: 0.93,
  audience: 'teen',
  policy: verdict.policy,
  reasons: [reason],
  signals,
  coverage: [{ detector: 'lexicon', status: 'scanned', places: 1 }],
  characters: 120,
  tookMs: 1.25,
};

export const activation = {
  revision: 3,
  tenant: 'acme',
  at: time,
  by: 'ana',
  note: null,
  change: {
    kind: 'policy',
    policy: { hash, id: 'open-chat', version: '1.0.0', mode: 'canary', canaryPercent: 10 },
    step: 'promoted',
  },
};

export const apiKey = {
  id: 'key_1',
  tenant: 'default',
  name: 'web',
  hash,
  hint: 'tyr_abcd',
  audience: 'teen',
  refusal: 'message',
  policy: 'our-chat',
  upstream: null,
  dialect: 'azure',
  budget: { requestsPerMinute: 60, streams: 4 },
  claimed: 'adult',
  expiresAt: time,
  createdAt: time,
  revokedAt: null,
  previous: { hash, until: time },
};

export const heldCase = {
  id: 'cas_1',
  tenant: 'default',
  kind: 'hold',
  status: 'open',
  verdict: 'vrd_1',
  evidence: 'evd_1',
  fingerprint: 'f',
  rules: ['privacy'],
  queue: 'general',
  priority: 50,
  language: 'de',
  cluster: 'c',
  isChildSafety: false,
  subject: 'pseudonym',
  lease: { by: 'ana', until: time },
  escalated: { by: 'ana', at: time, why: 'hard' },
  openedAt: time,
  dueAt: time,
  expiresAt: time + 1,
  decision: null,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  rule: null,
  statement: null,
  batch: null,
};

export const heldEvent = {
  type: 'verdict.held',
  tenant: 'default',
  verdict: 'vrd_1',
  evidence: null,
  fingerprint: 'f',
  rules: ['privacy'],
  heldAt: time,
  expiresAt: time + 1,
};

export const evidenceSummary = {
  id: 'evd_1',
  tenant: 'default',
  kind: 'hold',
  verdict: 'vrd_1',
  at: time,
  expiresAt: time + 1,
  legalHold: false,
  jurisdiction: 'DE',
  keyId: 'vault-1',
  bytes: 412,
};

export const chainedRecord = {
  writer: 'w1',
  seq: 1,
  id: 'rec_1',
  type: 'generation.input',
  at: time,
  tenant: 'default',
  subject: { value: 'p', keyId: 'pseudonym-1' },
  previous: '0'.repeat(64),
  commitment: hash,
  hash,
  salt: '00',
  payload: '{}',
};

export const checkpointBody = {
  schemaVersion: 1,
  number: 1,
  at: time,
  previous: '0'.repeat(64),
  heads: [{ writer: 'w1', seq: 1, hash }],
};

export const checkpoint = {
  body: JSON.stringify(checkpointBody),
  signature: 's',
  keyId: 'checkpoint-1',
  publicKey: 'k',
};

export const auditReport = {
  intact: false,
  records: 3,
  erased: 1,
  writers: 1,
  checkpoints: 1,
  uncheckpointed: 2,
  faults: [{ kind: 'changed', writer: 'w1', seq: 2, message: 'the payload is not the one that was recorded' }],
  faultsTruncated: false,
};

export const generation = {
  id: 'gen_1',
  stage: 'input',
  audience: 'unknown',
  contents: [
    { modality: 'text', place: 'messages[0].content', role: 'user', stage: 'input', text: 'hello' },
    {
      modality: 'image',
      place: 'messages[1].content[0]',
      role: 'user',
      stage: 'input',
      source: 'data:image/png;base64,',
    },
  ],
  account: 'ana',
};

export const feedback = {
  feedback: 'fbk_1',
  verdict: 'vrd_1',
  generation: 'gen_1',
  judgement: 'rec_1',
  judgedAt: time,
  says: 'wrong-rating',
  by: 'user',
  rating: 'teen',
  key: 'key_1',
  stage: 'input',
  decision: 'refuse',
  policy: verdict.policy,
  rules: ['privacy'],
  replaces: 'fbk_0',
  evidence: 'evd_1',
};

export const feedbackCount = {
  rule: 'privacy',
  says: 'wrong-refusal',
  by: 'platform',
  policy: { id: 'open-chat', version: '1.0.0' },
  count: 3,
  verdicts: 2,
};
