import { ATTRIBUTIONS } from './attributions.js';

/** The notice that goes with the model: whose data its weights were learned from. */
export function notice(sources: readonly string[]): string {
  const lines = sources
    .flatMap((source) => {
      const attribution = ATTRIBUTIONS[source];
      return attribution ? [`- ${source} (${attribution.licence}): ${attribution.line}`] : [];
    })
    .sort();
  return `# Notice

The weights in \`classifier.bin\` were learned from the data sets below. Each was filtered, deduplicated and relabelled
before; none of their text is in the weights' file. Licence of CC BY 4.0: https://creativecommons.org/licenses/by/4.0/

${lines.join('\n')}
`;
}
