import type { RefusalTexts } from './refusal-texts.js';

export const nl: RefusalTexts = {
  refused: { input: 'Dit verzoek is geweigerd.', output: 'Dit antwoord is tegengehouden.' },
  refusedFor: {
    input: 'Dit verzoek is geweigerd. Reden: {subjects}.',
    output: 'Dit antwoord is tegengehouden. Reden: {subjects}.',
  },
  held: {
    input: 'Dit verzoek wacht tot een mens het heeft bekeken.',
    output: 'Dit antwoord wacht tot een mens het heeft bekeken.',
  },
  heldFor: {
    input: 'Dit verzoek wacht tot een mens het heeft bekeken. Reden: {subjects}.',
    output: 'Dit antwoord wacht tot een mens het heeft bekeken. Reden: {subjects}.',
  },
  words: 'Wat hiertoe leidde: {words}. Zonder dat zou het verzoek door kunnen gaan.',
  passing: {
    'personal-data': 'Zonder namen, adressen en nummers van mensen zou het door kunnen gaan.',
    'real-person': 'Over een verzonnen persoon zou het door kunnen gaan.',
  },
  subjects: {
    S1: 'geweldsmisdrijven',
    S2: 'misdrijven zonder geweld',
    S3: 'zedenmisdrijven',
    S5: 'smaad',
    S6: 'gespecialiseerd advies',
    S7: 'privacy',
    S8: 'intellectueel eigendom',
    S9: 'massavernietigingswapens',
    S10: 'haat',
    S11: 'zelfdoding en zelfbeschadiging',
    S12: 'seksuele inhoud',
    S13: 'verkiezingen',
    S14: 'misbruik van code-uitvoering',
    'hidden-text': 'verborgen tekst',
    'personal-data': 'persoonsgegevens',
    secret: 'wachtwoorden en andere geheimen',
    'insecure-code': 'onveilige code',
    'real-person': 'een bestaande persoon',
    sexual: 'seksuele inhoud',
    violence: 'geweld',
    hate: 'haat',
    'self-harm': 'zelfbeschadiging',
    drugs: 'drugs',
  },
  gaps: {
    language: 'een taal die hier niet kan worden gecontroleerd',
    modality: 'een beeld, opname of bestand dat hier niet kan worden gecontroleerd',
    axis: 'een soort inhoud die hier niet kan worden gecontroleerd',
    hazard: 'een soort inhoud die hier niet kan worden gecontroleerd',
    off: 'iets waarvan de controle hier is uitgeschakeld',
    unasked: 'iets dat hier niet volledig is gecontroleerd',
    down: 'iets dat nu niet gecontroleerd kan worden',
  },
  warned: 'Als er meer verzoeken van deze soort komen, wordt dit account een tijdlang vertraagd of geblokkeerd.',
  selfHarm:
    'Denk je eraan jezelf iets aan te doen? Je bent niet alleen, en met iemand praten kan helpen. Ben je nu in gevaar, bel dan het alarmnummer.',
  disclosure:
    'Dank je dat je dit vertelt. Wat er is gebeurd is niet jouw schuld, en je verdient hulp. Ben je nu in gevaar, bel dan het alarmnummer. Het is goed om het te vertellen aan een volwassene die je vertrouwt. Deze mensen luisteren, geloven je en houden het voor zich.',
  prevention:
    'Wat je hier ook heeft gebracht: als je ergens mee zit, over jezelf of over iemand anders, kun je er in vertrouwen over praten, ook zonder je naam te noemen.',
  help: 'Je hoeft hier niet alleen mee te blijven zitten. Ben je nu in gevaar, bel dan het alarmnummer.',
  lines: 'Mensen die luisteren: {lines}.',
  directory: 'Meer hulp in jouw land vind je op {url}.',
  appeal: 'Beslissing {verdict}; hoe het ervoor staat en hoe je bezwaar maakt: {url}',
  standing: {
    open: 'Een mens moet hier nog naar kijken. Stuur hetzelfde verzoek opnieuw zodra het is vrijgegeven.',
    released: 'Een mens heeft dit vrijgegeven: hetzelfde verzoek gaat nu door.',
    refused:
      'Dit is geweigerd. Denk je dat dat niet klopt, schrijf dan naar de beheerder van deze dienst en noem de beslissing.',
    expired:
      'Niemand heeft op tijd beslist, dus dit geldt als geweigerd. Je kunt de beheerder van deze dienst vragen opnieuw te kijken.',
  },
  separators: { sentences: ' ', things: ', ', lines: '; ' },
};
