import { errors } from '@tyrian/contracts';
import { symbolsOf } from '@tyrian/text';
import { expandTerm } from './term.js';

/** Where a list stands: names of groups hold within one language, and its words inflect as there. */
export interface ListedIn {
  readonly name: string;
  readonly language: string;
}

/** Ends a term that counts only as a word of its own, in a script without spaces. */
const SEGMENTED = '/w';

interface Named {
  readonly terms: readonly string[];
  readonly file: ListedIn;
  id?: number;
}

/** A list that terms are being added to. */
interface OpenList {
  readonly id: number;
  readonly wholeWord: boolean;
  /** The groups that the present one stands in. */
  readonly open: readonly string[];
  readonly done: Set<string>;
}

/** Groups within groups. */
const GROUPS_DEEP = 20;
/** Forms in all; what comes along has about 200,000. */
const FORMS_MAX = 500_000;

interface Entry {
  readonly text: string;
  readonly wholeWord: boolean;
  /** The language whose segmentation must have a word begin and end where it does. */
  readonly segmentedBy: string | undefined;
  readonly members: number[];
}

/** Numbers the lists of terms and gathers, for every form of a term, the lists it stands in. */
export class GroupTable {
  /** The language of each group; there is no group 0. */
  readonly #languages: string[] = [''];
  readonly #carveOuts = new Map<string, number>();
  readonly #named = new Map<string, Named>();
  /** By flags and symbols, so that forms which read the same share a pattern. */
  readonly #entries = new Map<string, Entry>();
  #forms = 0;

  /** For each group the group of carve-outs of its language, 0 where there is none. */
  carveOutsOf(): Uint32Array {
    return Uint32Array.from(this.#languages, (language) => this.#carveOuts.get(language) ?? 0);
  }

  /** The group of the longer phrases that take hits of a language away. */
  carveOuts(file: ListedIn): number {
    const id = this.#carveOuts.get(file.language) ?? this.#next(file);
    this.#carveOuts.set(file.language, id);
    return id;
  }

  define(file: ListedIn, name: string, terms: readonly string[]): void {
    const key = keyOf(file, name);
    const other = this.#named.get(key);
    if (other !== undefined)
      throw errors.LEXICON_INVALID([file.name, `groups.${name}: stands in ${other.file.name} already`]);
    this.#named.set(key, { terms, file });
  }

  /** The number of a named group, or of a list of its own. */
  resolve(file: ListedIn, path: string, list: string | readonly string[], wholeWord = true): number {
    if (typeof list !== 'string') {
      const id = this.#next(file);
      this.addTo(id, file, path, list, wholeWord);
      return id;
    }
    const group = this.#group(file, path, list);
    if (group.id === undefined) {
      group.id = this.#next(file);
      this.addTo(group.id, group.file, `groups.${list.slice(1)}`, group.terms);
    }
    return group.id;
  }

  addTo(id: number, file: ListedIn, path: string, terms: readonly string[], wholeWord = true): void {
    this.#addTerms({ id, wholeWord, open: [], done: new Set() }, file, path, terms);
  }

  patterns(): Iterable<Entry> {
    return this.#entries.values();
  }

  #addTerms(list: OpenList, file: ListedIn, path: string, terms: readonly string[]): void {
    const { open, done } = list;
    for (const term of terms) {
      if (!term.startsWith('@')) this.#addTerm(list, file, path, term);
      else if (open.includes(term)) throw errors.LEXICON_INVALID([file.name, `${path}: ${term} takes in itself`]);
      else if (open.length === GROUPS_DEEP)
        throw errors.LEXICON_INVALID([file.name, `${path}: groups are nested deeper than ${GROUPS_DEEP} levels`]);
      else if (!done.has(term)) {
        const group = this.#group(file, path, term);
        this.#addTerms({ ...list, open: [...open, term] }, group.file, `groups.${term.slice(1)}`, group.terms);
        // Each once: groups that take in others twice would else be walked through twice as often at each level.
        done.add(term);
      }
    }
  }

  #addTerm({ id, wholeWord }: OpenList, file: ListedIn, path: string, term: string): void {
    const isSegmented = term.endsWith(SEGMENTED);
    const forms = expandTerm(isSegmented ? term.slice(0, -SEGMENTED.length) : term, file.language);
    if (forms === undefined) throw errors.LEXICON_INVALID([file.name, `${path}: "${term}" has too many forms`]);
    this.#forms += forms.length;
    if (this.#forms > FORMS_MAX) throw errors.LEXICON_INVALID([file.name, `${path}: too many forms by now`]);
    for (const form of forms) this.#addForm(id, file, path, form, wholeWord, isSegmented);
  }

  #next({ language }: ListedIn): number {
    return this.#languages.push(language) - 1;
  }

  #group(file: ListedIn, path: string, reference: string) {
    const group = this.#named.get(keyOf(file, reference.slice(1)));
    if (group === undefined) throw errors.LEXICON_INVALID([file.name, `${path}: there is no group ${reference}`]);
    return group;
  }

  #addForm(id: number, file: ListedIn, path: string, form: string, wholeWord: boolean, isSegmented: boolean): void {
    const symbols = symbolsOf(form);
    if (symbols.length === 0) throw errors.LEXICON_INVALID([file.name, `${path}: "${form}" has nothing to look for`]);
    const segmentedBy = isSegmented ? file.language : undefined;
    const key = `${wholeWord ? 'w' : 'p'}${segmentedBy ?? ''}/${String.fromCharCode(...symbols)}`;
    const entry = this.#entries.get(key) ?? { text: form, wholeWord, segmentedBy, members: [] };
    if (!entry.members.includes(id)) entry.members.push(id);
    this.#entries.set(key, entry);
  }
}

function keyOf({ language }: ListedIn, name: string): string {
  return `${language} ${name}`;
}
