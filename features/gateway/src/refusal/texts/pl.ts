import type { RefusalTexts } from './refusal-texts.js';

export const pl: RefusalTexts = {
  refused: { input: 'Ta prośba została odrzucona.', output: 'Ta odpowiedź została odrzucona.' },
  refusedFor: {
    input: 'Ta prośba została odrzucona. Powód: {subjects}.',
    output: 'Ta odpowiedź została odrzucona. Powód: {subjects}.',
  },
  held: {
    input: 'Ta prośba czeka, aż sprawdzi ją człowiek.',
    output: 'Ta odpowiedź czeka, aż sprawdzi ją człowiek.',
  },
  heldFor: {
    input: 'Ta prośba czeka, aż sprawdzi ją człowiek. Powód: {subjects}.',
    output: 'Ta odpowiedź czeka, aż sprawdzi ją człowiek. Powód: {subjects}.',
  },
  words: 'Co do tego doprowadziło: {words}. Bez tego prośba mogłaby przejść.',
  passing: {
    'personal-data': 'Bez imion i nazwisk, adresów i numerów ludzi mogłaby przejść.',
    'real-person': 'O zmyślonej osobie mogłaby przejść.',
  },
  subjects: {
    S1: 'przestępstwa z użyciem przemocy',
    S2: 'przestępstwa bez przemocy',
    S3: 'przestępstwa seksualne',
    S5: 'zniesławienie',
    S6: 'porady specjalistyczne',
    S7: 'prywatność',
    S8: 'własność intelektualna',
    S9: 'broń masowego rażenia',
    S10: 'nienawiść',
    S11: 'samobójstwo i samookaleczenie',
    S12: 'treści seksualne',
    S13: 'wybory',
    S14: 'nadużycie wykonywania kodu',
    'hidden-text': 'ukryty tekst',
    'personal-data': 'dane osobowe',
    secret: 'hasła i inne tajemnice',
    'insecure-code': 'niebezpieczny kod',
    'real-person': 'prawdziwa osoba',
    sexual: 'treści seksualne',
    violence: 'przemoc',
    hate: 'nienawiść',
    'self-harm': 'samookaleczenie',
    drugs: 'narkotyki',
  },
  gaps: {
    language: 'język, którego nie można tu sprawdzić',
    modality: 'obraz, nagranie lub plik, którego nie można tu sprawdzić',
    axis: 'rodzaj treści, którego nie można tu sprawdzić',
    hazard: 'rodzaj treści, którego nie można tu sprawdzić',
    off: 'coś, czego sprawdzanie jest tu wyłączone',
    unasked: 'coś, czego tu w pełni nie sprawdzono',
    down: 'coś, czego w tej chwili nie można sprawdzić',
  },
  warned: 'Jeśli pojawi się więcej takich żądań, to konto zostanie na pewien czas spowolnione lub zawieszone.',
  selfHarm:
    'Jeśli myślisz o zrobieniu sobie krzywdy, nie musisz być z tym w samotności, a rozmowa z kimś może pomóc. Jeśli grozi ci teraz niebezpieczeństwo, zadzwoń pod numer alarmowy.',
  disclosure:
    'Dziękujemy, że o tym mówisz. To, co się stało, nie jest twoją winą i zasługujesz na pomoc. Jeśli grozi ci teraz niebezpieczeństwo, zadzwoń pod numer alarmowy. Dobrze jest powiedzieć o tym dorosłemu, któremu ufasz, a te osoby wysłuchają cię, uwierzą ci i zachowają to dla siebie.',
  prevention:
    'Cokolwiek cię tu sprowadziło: jeśli coś cię niepokoi, w tobie albo u kogoś innego, możesz porozmawiać o tym poufnie i bez podawania nazwiska.',
  help: 'Nie musisz mierzyć się z tym bez pomocy. Jeśli grozi ci teraz niebezpieczeństwo, zadzwoń pod numer alarmowy.',
  lines: 'Ludzie, którzy wysłuchają: {lines}.',
  directory: 'Więcej miejsc w twoim kraju znajdziesz na {url}.',
  appeal: 'Decyzja {verdict}; jaki jest jej stan i jak się odwołać: {url}',
  standing: {
    open: 'Człowiek jeszcze tego nie sprawdził. Wyślij tę samą prośbę ponownie, gdy zostanie dopuszczona.',
    released: 'Człowiek to dopuścił: ta sama prośba teraz przejdzie.',
    refused: 'To zostało odrzucone. Jeśli uważasz, że to błąd, napisz do prowadzących tę usługę i podaj decyzję.',
    expired:
      'Nikt nie zdecydował na czas, więc liczy się to jako odrzucone. Możesz poprosić prowadzących tę usługę, by spojrzeli jeszcze raz.',
  },
  separators: { sentences: ' ', things: ', ', lines: '; ' },
};
