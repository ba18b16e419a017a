import type { RefusalTexts } from './refusal-texts.js';

export const it: RefusalTexts = {
  refused: { input: 'Questa richiesta è stata rifiutata.', output: 'Questa risposta è stata rifiutata.' },
  refusedFor: {
    input: 'Questa richiesta è stata rifiutata. Motivo: {subjects}.',
    output: 'Questa risposta è stata rifiutata. Motivo: {subjects}.',
  },
  held: {
    input: 'Questa richiesta aspetta che una persona la esamini.',
    output: 'Questa risposta aspetta che una persona la esamini.',
  },
  heldFor: {
    input: 'Questa richiesta aspetta che una persona la esamini. Motivo: {subjects}.',
    output: 'Questa risposta aspetta che una persona la esamini. Motivo: {subjects}.',
  },
  words: 'Che cosa ha portato a questo: {words}. Senza, la richiesta potrebbe passare.',
  passing: {
    'personal-data': 'Senza nomi, indirizzi e numeri di persone potrebbe passare.',
    'real-person': 'Su una persona inventata potrebbe passare.',
  },
  subjects: {
    S1: 'crimini violenti',
    S2: 'reati non violenti',
    S3: 'reati sessuali',
    S5: 'diffamazione',
    S6: 'consulenza specialistica',
    S7: 'privacy',
    S8: 'proprietà intellettuale',
    S9: 'armi di distruzione di massa',
    S10: 'odio',
    S11: 'suicidio e autolesionismo',
    S12: 'contenuti sessuali',
    S13: 'elezioni',
    S14: 'abuso dell’esecuzione di codice',
    'hidden-text': 'testo nascosto',
    'personal-data': 'dati personali',
    secret: 'password e altri segreti',
    'insecure-code': 'codice non sicuro',
    'real-person': 'una persona reale',
    sexual: 'contenuti sessuali',
    violence: 'violenza',
    hate: 'odio',
    'self-harm': 'autolesionismo',
    drugs: 'droghe',
  },
  gaps: {
    language: 'una lingua che qui non si può controllare',
    modality: 'un’immagine, una registrazione o un file che qui non si può controllare',
    axis: 'un tipo di contenuto che qui non si può controllare',
    hazard: 'un tipo di contenuto che qui non si può controllare',
    off: 'qualcosa il cui controllo qui è disattivato',
    unasked: 'qualcosa che qui non è stato controllato del tutto',
    down: 'qualcosa che al momento non si può controllare',
  },
  warned: 'Se arrivano altre richieste di questo tipo, questo account verrà rallentato o sospeso per qualche tempo.',
  selfHarm:
    'Se pensi di farti del male, non devi restare da solo o da sola, e parlare con qualcuno può aiutare. Se sei in pericolo adesso, chiama il numero di emergenza.',
  disclosure:
    'Grazie per averlo raccontato. Quello che è successo non è colpa tua e meriti aiuto. Se sei in pericolo adesso, chiama il numero di emergenza. Dirlo a un adulto di cui ti fidi è un buon passo, e queste persone ti ascoltano, ti credono e lo tengono riservato.',
  prevention:
    'Qualunque cosa ti abbia portato qui: se qualcosa ti pesa, che riguardi te o qualcun altro, puoi parlarne in modo riservato e senza dire il tuo nome.',
  help: 'Non devi affrontare tutto questo senza aiuto. Se sei in pericolo adesso, chiama il numero di emergenza.',
  lines: 'Persone che ascoltano: {lines}.',
  directory: 'Ne trovi altre nel tuo paese su {url}.',
  appeal: 'Decisione {verdict}; a che punto è e come contestarla: {url}',
  standing: {
    open: 'Una persona deve ancora esaminarlo. Invia di nuovo la stessa richiesta quando sarà autorizzata.',
    released: 'Una persona l’ha autorizzata: ora la stessa richiesta passa.',
    refused:
      'È stato rifiutato. Se pensi che sia un errore, scrivi a chi gestisce questo servizio indicando la decisione.',
    expired:
      'Nessuno ha deciso in tempo, quindi conta come rifiutato. Puoi chiedere a chi gestisce questo servizio di guardare di nuovo.',
  },
  separators: { sentences: ' ', things: ', ', lines: '; ' },
};
