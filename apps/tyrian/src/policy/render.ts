import { writeFileSync } from 'node:fs';
import { errors } from '@tyrian/contracts';
import { loadPolicy } from '@tyrian/guard';
import { loadConfig } from '../config/load.js';
import { retainedOf } from '../person/retained-of.js';
import { printJson, write } from '../terminal/print.js';
import { readPolicyFile } from './policy-file.js';
import { modelTerms } from './render/model-terms.js';
import { toHtml } from './render/to-html.js';
import { toMarkdown } from './render/to-markdown.js';
import { usagePage } from './render/usage-page.js';

export interface RenderFlags {
  readonly format: 'md' | 'html';
  readonly kind: 'usage' | 'terms';
  readonly language: string;
  readonly service: string;
  readonly contact: string;
  readonly config?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const PAGES = { usage: usagePage, terms: modelTerms };

/** Writes a policy down for its users. */
export async function render(nameOrPath: string, flags: RenderFlags): Promise<void> {
  const { yaml, name, source } = readPolicyFile(nameOrPath);
  const { policy, hash } = loadPolicy(yaml, name, source);
  const { format, kind, language, service, contact, out } = flags;
  const { config } = loadConfig({ config: flags.config });
  const page = PAGES[kind](policy, hash, {
    service,
    contact,
    kept: retainedOf(config),
    evidenceDays: config.retention.evidence.refusal,
  });
  const text = format === 'html' ? toHtml(page, language) : toMarkdown(page);
  if (out !== undefined) save(out, text);
  if (flags.json)
    return printJson({
      policy: policy.id,
      version: policy.version,
      hash,
      kind,
      format,
      ...(out === undefined ? { text } : { file: out }),
    });
  await write(out === undefined ? text : `Wrote ${out}.\n`);
}

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw errors.INVALID_INPUT([`${file} cannot be written: ${cause instanceof Error ? cause.message : ''}`], {
      cause,
    });
  }
}
