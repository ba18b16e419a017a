/** Names of what the trainer writes. */
export const FILES = {
  model: 'classifier.bin',
  manifest: 'classifier.json',
  notice: 'NOTICE.md',
  figures: 'figures.json',
  curves: 'curves.html',
} as const;
