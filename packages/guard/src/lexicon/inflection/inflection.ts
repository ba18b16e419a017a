/** The forms of one language's words, each with the lemma itself first. More forms than there are do less harm than fewer. */
export interface Inflection {
  /** Singular and plural, in every case. */
  noun(lemma: string): string[];
  /** Persons, tenses, participles, infinitive. */
  verb(lemma: string): string[];
  /** Genders, numbers and cases. */
  adjective(lemma: string): string[];
  /** How people type a form besides, as without its accents. */
  spellings?(form: string): string[];
}
