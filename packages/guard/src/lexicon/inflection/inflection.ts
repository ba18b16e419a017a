/** The forms of one language's words, each with the lemma itself first. More forms than there are do less harm than fewer. */
export interface Inflection {
  /** Singular and plural, in every case. */
  noun(lemma: string): string[];
  /** Persons, tenses, participles, infinitive. */
  verb(lemma: string): string[];
  /** Genders, numbers and cases. */
  adjective(lemma: string): string[];
  /** How else people type a term, as where their keyboard lacks its letters: "ue" for "ü". */
  spellings?(term: string): string[];
}
