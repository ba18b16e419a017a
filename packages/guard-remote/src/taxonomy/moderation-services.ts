import type { CategoryTable } from './category-table.js';

/** The 13 categories of `omni-moderation`. */
export const OPENAI_MODERATION: CategoryTable = {
  harassment: 'S10',
  'harassment/threatening': 'S1',
  hate: 'S10',
  'hate/threatening': 'S10',
  illicit: 'S2',
  'illicit/violent': 'S1',
  'self-harm': 'S11',
  'self-harm/intent': 'S11',
  'self-harm/instructions': 'S11',
  sexual: 'S12',
  'sexual/minors': 'S4',
  violence: 'S1',
  'violence/graphic': 'S1',
};

/** The four categories of Azure AI Content Safety. */
export const AZURE_CONTENT_SAFETY: CategoryTable = { Hate: 'S10', SelfHarm: 'S11', Sexual: 'S12', Violence: 'S1' };
