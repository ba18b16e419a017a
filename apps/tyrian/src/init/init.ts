import { existsSync, writeFileSync } from 'node:fs';
import { Audience, errors } from '@tyrian/contracts';
import { parse } from 'yaml';
import { parseConfig } from '../config/config.js';
import { printJson, write } from '../terminal/print.js';
import { choice, type Interview, type Question, silentInterview, terminalInterview } from './questions.js';
import { type Answers, PLATFORM_KINDS, type PlatformKind, writeConfig } from './write-config.js';

export interface InitFlags {
  readonly kind?: PlatformKind;
  readonly country?: string;
  readonly audience?: Audience;
  readonly adultContent?: boolean;
  readonly upstream?: string;
  readonly file: string;
  readonly force?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const COUNTRY: Question<string | undefined> = {
  text: 'Country whose law applies (two letters, or "none")',
  fallback: 'none',
  read: (typed) => {
    const code = typed.toUpperCase();
    if (code === 'NONE') return { answer: undefined };
    return /^[A-Z]{2}$/.test(code) ? { answer: code } : { wrong: 'Two letters, as in DE or US.' };
  },
};

const UPSTREAM: Question<string | undefined> = {
  text: 'URL of the model server, up to and with /v1 (or "demo")',
  fallback: 'demo',
  read: (typed) => {
    if (typed === 'demo') return { answer: undefined };
    return /^https?:\/\//.test(typed) && URL.canParse(typed)
      ? { answer: typed }
      : { wrong: 'An http:// or https:// URL, or demo.' };
  },
};

/** Asks what the flags leave open and writes the configuration file. Throws FILE_EXISTS or CONFIG_INVALID. */
export async function init(flags: InitFlags): Promise<void> {
  if (existsSync(flags.file) && !flags.force) throw errors.FILE_EXISTS([flags.file]);
  const isAsked = !flags.yes && process.stdin.isTTY;
  const interview = isAsked ? terminalInterview() : silentInterview();
  try {
    const text = writeConfig(await answersOf(flags, interview));
    parseConfig(parse(text));
    writeFileSync(flags.file, text);
    if (flags.json) await printJson({ file: flags.file, config: parse(text) });
    else await write(`Wrote ${flags.file}. Start with: tyrian serve\n`);
  } finally {
    interview.close();
  }
}

async function answersOf(flags: InitFlags, interview: Interview): Promise<Answers> {
  const kind = flags.kind ?? (await interview.ask(choice('What kind of platform is it?', PLATFORM_KINDS, 'chat')));
  const country = await answerOf(flags.country, COUNTRY, interview);
  const audience =
    flags.audience ??
    (kind === 'children' ? 'child' : await interview.ask(choice('Who are its users?', Audience.options, 'unknown')));
  const isForAdults = kind !== 'children' && audience !== 'child' && audience !== 'teen';
  const adultContent =
    flags.adultContent ??
    (isForAdults && (await interview.ask(choice('May adults have explicit material?', ['yes', 'no'], 'no'))) === 'yes');
  const upstream = await answerOf(flags.upstream, UPSTREAM, interview);
  return { kind, country, audience, adultContent, upstream };
}

/** A flag is read by the same question as what is typed, so that both take the same. */
async function answerOf<Answer>(
  flag: string | undefined,
  question: Question<Answer>,
  interview: Interview,
): Promise<Answer> {
  return flag === undefined ? interview.ask(question) : silentInterview().ask({ ...question, fallback: flag });
}
