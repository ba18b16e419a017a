import type { CoverageRow } from '@tyrian/guard';
import type { Config } from '../config/config.js';

/** What this installation does not protect from, in plain words; derived from what its detectors say that they cover. */
export function notProtected(
  coverage: readonly CoverageRow[],
  config: Pick<Config, 'upstream' | 'upstreams'>,
): readonly string[] {
  const lines: string[] = [];
  if (!coverage.some(({ cost }) => cost === 'remote'))
    lines.push(
      'No guard model: words, patterns and a small classifier for English judge. A harmful request in innocent words passes. See "tyrian doctor".',
    );
  const off = coverage.filter((row) => row.off).map(({ detector }) => detector);
  if (off.length > 0) lines.push(`Switched off, but for locked rules: ${off.join(', ')}. See "tyrian guard list".`);
  lines.push('No hash list: known abuse material is not recognised.');
  if (!coverage.some(({ modalities }) => modalities.includes('image'))) {
    lines.push('No image, audio or file detector: such content is refused, since nothing can look at it.');
  }
  lines.push(
    `Languages: ${languages(coverage).join(', ')}. Text in others is marked as not covered; what happens then is the policy's to say.`,
  );
  if (config.upstream === undefined && config.upstreams === undefined)
    lines.push('The demo model answers. It is no real model: give --upstream to check one.');
  return lines;
}

function languages(coverage: readonly CoverageRow[]): string[] {
  const tags = coverage.flatMap(({ covers }) =>
    covers.flatMap(({ languages }) => (languages === 'any' ? [] : languages)),
  );
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return [...new Set(tags)].sort().map((tag) => names.of(tag) ?? tag);
}
