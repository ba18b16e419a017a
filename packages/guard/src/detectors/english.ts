/** Words that make a text English: its function words, and words of image prompts and code, which have few of these. */
const ENGLISH = new Set(
  `the a an and or but if of to in on at by for with from as is are was were be been am it its this that these those there here
  i you he she we they me him her us them my your his our their mine who what which when where why how not no yes do does did
  have has had can could will would shall should may might must about into over under after before between out up down off
  than then so very just also only more most some any all each every both few many much other another such own same too
  i'm i've i'll i'd don't doesn't didn't can't won't isn't aren't it's that's there's you're let's please make write give
  tell explain create get use using like want need one two three new good time way people said
  masterpiece best quality detailed highly high resolution photo photograph photorealistic realistic portrait style art
  artwork illustration painting drawing digital light lighting background hair eyes face girl boy man woman solo looking
  viewer shot view cinematic sharp focus wearing smile white black red blue green dark beautiful fantasy landscape
  function return const let var int string void class public private static import def print null true false include else
  while new self none const async await select where`.split(/\s+/),
);
/** Function words of other languages in Latin letters that are no English words. */
const FOREIGN = new Set(
  `der die das und ist nicht ein eine einen dem den zu mit auf für von wie ich sie wir ihr kann les des une est dans pour que
  qui pas avec sur je vous nous ils elle comment el la los las del un una por para con como es en y se lo al il che di della
  non per sono come si gli da o os um uma não com ao na no em het een van op te dat niet voor met och att det som en på är
  ikke og til av ja nie na się jak do w z czy ve bir bu için nasıl yang dan untuk dengan cara bagaimana và của là có cho
  một các những không để tôi làm như thế nào cách`
    .split(/\s+/)
    .filter((word) => word.length > 1 && !ENGLISH.has(word)),
);

const WORDS_MAX = 80;
const WORDS_MIN = 6;
const LATIN_LAST = 0x24f;

/**
 * Whether the text can be judged with English words: not when most of its letters belong to another script, and not
 * when it has six words or more and next to none of them is a common English one. Looks at the beginning.
 */
export function isEnglish(text: string): boolean {
  const head = text.length > 2_000 ? text.slice(0, 2_000) : text;
  return !isMostlyOtherScript(head) && !isOtherLanguage(head);
}

function isMostlyOtherScript(text: string): boolean {
  let latin = 0;
  let other = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const lower = unit | 32;
    if (unit < 0x80) {
      if (lower >= 97 && lower <= 122) latin++;
    } else if (unit <= LATIN_LAST) latin++;
    else if (isLetterLike(unit)) other++;
  }
  // A Han character says about as much as three letters.
  return other * 2 > latin && other > 1;
}

/** Letters, roughly: neither punctuation and symbols, nor forms and surrogates. */
function isLetterLike(unit: number): boolean {
  if (unit < 0x370 || unit >= 0xd800) return unit >= 0x250 && unit < 0x2b0;
  return (unit < 0x2000 || unit > 0x2dff) && (unit < 0x2e00 || unit > 0x303f);
}

function isOtherLanguage(text: string): boolean {
  let words = 0;
  let english = 0;
  let foreign = 0;
  let commas = 0;
  let start = -1;
  for (let at = 0; at <= text.length && words < WORDS_MAX; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 32;
    const lower = unit | 32;
    if ((lower >= 97 && lower <= 122) || unit === 39 || (unit >= 0xc0 && unit <= 0x1ef9)) {
      if (start === -1) start = at;
      continue;
    }
    if (unit === 44) commas++;
    if (start === -1) continue;
    const word = text.slice(start, at).toLowerCase();
    start = -1;
    words++;
    if (ENGLISH.has(word)) english++;
    else if (FOREIGN.has(word)) foreign++;
  }
  if (words < WORDS_MIN || english * 12 > words) return english < foreign && words >= WORDS_MIN;
  // A list of tags has no function words in any language; only foreign ones tell.
  const isTagList = commas * 4 >= words;
  return isTagList ? foreign > english + 1 : true;
}
