import { errors } from '@tyrian/contracts';
import { compileAutomaton, longestMatch, type Pattern, symbolsOf } from '@tyrian/text';
import { firstFault } from '../yaml/briefly.js';
import { readYaml } from '../yaml/read-yaml.js';
import { packLexicon } from './format.js';
import { GroupTable, type ListedIn } from './group-table.js';
import { LexiconFile, type LexiconRule } from './schema.js';
import type { AgeTable, CompiledRule, RuleSignal } from './table.js';

/** One file of a lexicon: `name` for messages, `text` in YAML. */
export interface LexiconSource {
  readonly name: string;
  readonly text: string;
}

/**
 * Compiles lexicon files to the binary form that `loadLexicon` reads. Groups are shared by all files of a language.
 *
 * @throws LEXICON_INVALID, naming the file and the field at fault
 */
export function compileLexicons(sources: readonly LexiconSource[]): Uint8Array {
  const files = sources.map((source) => {
    const file = parse(source);
    return { file, at: { name: source.name, language: file.language } };
  });
  const groups = new GroupTable();
  for (const { at, file } of files) {
    for (const [group, terms] of Object.entries(file.groups)) groups.define(at, group, terms);
  }
  const rules: CompiledRule[] = [];
  const ages: AgeTable[] = [];
  const ids = new Set<string>();
  for (const { at, file } of files) {
    for (const [index, rule] of file.rules.entries()) {
      if (ids.has(rule.id)) throw errors.LEXICON_INVALID([at.name, `rules.${index}.id: ${rule.id} stands twice`]);
      ids.add(rule.id);
      rules.push(compileRule(rule, at.language, (list) => groups.resolve(at, `rules.${index}`, list)));
    }
    if (file.carveOuts.length > 0) groups.addTo(groups.carveOuts(at), at, 'carveOuts', file.carveOuts);
    if (file.ages !== undefined) ages.push(compileAges(file.ages, at, groups));
  }
  return assemble(
    files.map(({ file }) => file.language),
    groups,
    rules,
    ages,
  );
}

function parse({ name, text }: LexiconSource): LexiconFile {
  const parsed = LexiconFile.safeParse(parseYaml(text, name));
  if (parsed.success) return parsed.data;
  throw errors.LEXICON_INVALID([name, firstFault(parsed.error)], { cause: parsed.error });
}

function parseYaml(text: string, name: string): unknown {
  try {
    return readYaml(text).value;
  } catch (cause) {
    throw errors.LEXICON_INVALID([name, cause instanceof Error ? cause.message : 'not YAML'], { cause });
  }
}

type Resolve = (list: string | readonly string[]) => number;

function compileRule(rule: LexiconRule, language: string, resolve: Resolve): CompiledRule {
  const { id, score, within, ordered, scope, contextWithin, stages, roles } = rule;
  return {
    id,
    language,
    signal: signalOf(rule),
    score,
    groups: (rule.near ?? [rule.match ?? []]).map(resolve),
    within,
    ordered,
    scope,
    contextWithin,
    ...(rule.unless && { unless: resolve(rule.unless) }),
    ...(rule.soften && { soften: resolve(rule.soften) }),
    ...(stages && { stages }),
    ...(roles && { roles }),
  };
}

function signalOf({ hazard, attribute, maturity, degree }: LexiconRule): RuleSignal {
  if (hazard !== undefined) return { kind: 'hazard', name: hazard };
  if (attribute !== undefined) return { kind: 'attribute', name: attribute };
  if (maturity !== undefined && degree !== undefined) return { kind: 'maturity', name: maturity, degree };
  throw new TypeError('the schema lets no rule through that says nothing');
}

function compileAges(ages: NonNullable<LexiconFile['ages']>, file: ListedIn, groups: GroupTable): AgeTable {
  const group = (field: 'after' | 'before' | 'statements' | 'births' | 'things' | 'durations') =>
    groups.resolve(file, `ages.${field}`, ages[field] ?? [], field !== 'after');
  const { numbers, clauseWords, copulas, breaks } = ages;
  return {
    language: file.language,
    after: group('after'),
    before: group('before'),
    statements: group('statements'),
    births: group('births'),
    things: group('things'),
    durations: group('durations'),
    numbers,
    clauseWords,
    copulas,
    breaks,
  };
}

/** What `ages` looks at around its word: a number, its thing and a word or two between. */
const AGE_REACH = 80;

function assemble(
  languages: readonly string[],
  groups: GroupTable,
  rules: CompiledRule[],
  ages: AgeTable[],
): Uint8Array {
  const patterns: Pattern[] = [];
  const offsets = [0];
  const list: number[] = [];
  const segmented: [number, string][] = [];
  for (const { text, wholeWord, segmentedBy, members } of groups.patterns()) {
    if (segmentedBy !== undefined) segmented.push([patterns.length, segmentedBy]);
    patterns.push({ text, wholeWord });
    for (const group of members) list.push(group);
    offsets.push(list.length);
  }
  const longestTerm = patterns.reduce((longest, { text }) => Math.max(longest, longestMatch(symbolsOf(text))), 0);
  const reachOf = ({ groups: near, within, unless, soften, contextWithin }: CompiledRule) =>
    near.length * longestTerm +
    (near.length - 1) * within +
    (unless === undefined && soften === undefined ? 0 : longestTerm + contextWithin);
  const reach = rules.reduce(
    (longest, rule) => Math.max(longest, reachOf(rule)),
    ages.length > 0 ? AGE_REACH + longestTerm : 0,
  );
  const table = { languages: [...new Set(languages)], segmented, rules, ages, reach, longestTerm };
  const arrays = {
    offsets: Uint32Array.from(offsets),
    list: Uint32Array.from(list),
    carveOutsOf: groups.carveOutsOf(),
  };
  return packLexicon(compileAutomaton(patterns), arrays, table);
}
