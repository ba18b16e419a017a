import type { RefusalTexts } from './refusal-texts.js';

export const de: RefusalTexts = {
  refused: { input: 'Diese Anfrage wurde abgelehnt.', output: 'Diese Antwort wurde zurückgehalten.' },
  refusedFor: {
    input: 'Diese Anfrage wurde abgelehnt. Grund: {subjects}.',
    output: 'Diese Antwort wurde zurückgehalten. Grund: {subjects}.',
  },
  held: {
    input: 'Diese Anfrage wartet darauf, dass ein Mensch sie prüft.',
    output: 'Diese Antwort wartet darauf, dass ein Mensch sie prüft.',
  },
  heldFor: {
    input: 'Diese Anfrage wartet darauf, dass ein Mensch sie prüft. Grund: {subjects}.',
    output: 'Diese Antwort wartet darauf, dass ein Mensch sie prüft. Grund: {subjects}.',
  },
  words: 'Auslöser: {words}. Ohne das könnte die Anfrage durchgehen.',
  passing: {
    'personal-data': 'Ohne Namen, Adressen und Nummern von Menschen könnte sie durchgehen.',
    'real-person': 'Über eine erfundene Person könnte sie durchgehen.',
  },
  subjects: {
    S1: 'Gewaltverbrechen',
    S2: 'Straftaten ohne Gewalt',
    S3: 'Sexualstraftaten',
    S5: 'Verleumdung',
    S6: 'fachliche Beratung',
    S7: 'Privatsphäre',
    S8: 'geistiges Eigentum',
    S9: 'Massenvernichtungswaffen',
    S10: 'Hass',
    S11: 'Suizid und Selbstverletzung',
    S12: 'sexuelle Inhalte',
    S13: 'Wahlen',
    S14: 'Missbrauch der Code-Ausführung',
    'hidden-text': 'versteckter Text',
    'personal-data': 'persönliche Daten',
    secret: 'Passwörter und andere Geheimnisse',
    'insecure-code': 'unsicherer Code',
    'real-person': 'eine reale Person',
    sexual: 'sexuelle Inhalte',
    violence: 'Gewalt',
    hate: 'Hass',
    'self-harm': 'Selbstverletzung',
    drugs: 'Drogen',
  },
  gaps: {
    language: 'eine Sprache, die hier nicht geprüft werden kann',
    modality: 'ein Bild, eine Aufnahme oder eine Datei, die hier nicht geprüft werden kann',
    axis: 'eine Art von Inhalt, die hier nicht geprüft werden kann',
    hazard: 'eine Art von Inhalt, die hier nicht geprüft werden kann',
    off: 'etwas, dessen Prüfung hier abgeschaltet ist',
    unasked: 'etwas, das hier nicht vollständig geprüft wurde',
    down: 'etwas, das sich gerade nicht prüfen lässt',
  },
  warned: 'Kommen weitere Anfragen dieser Art, wird dieses Konto eine Zeit lang verlangsamt oder gesperrt.',
  selfHarm:
    'Wenn du daran denkst, dir etwas anzutun: Du bist nicht allein, und es kann helfen, mit jemandem zu sprechen. Wenn du jetzt in Gefahr bist, ruf den Notruf an.',
  disclosure:
    'Danke, dass du das erzählst. Was passiert ist, ist nicht deine Schuld, und du hast Hilfe verdient. Wenn du jetzt in Gefahr bist, ruf den Notruf an. Es ist gut, es einem Erwachsenen zu sagen, dem du vertraust. Diese Menschen hören dir zu, glauben dir und behandeln es vertraulich.',
  prevention:
    'Was auch immer dich hierher gebracht hat: Wenn dich etwas belastet, bei dir selbst oder bei jemand anderem, kannst du vertraulich darüber sprechen, auch ohne deinen Namen zu nennen.',
  help: 'Du musst damit nicht allein bleiben. Wenn du jetzt in Gefahr bist, ruf den Notruf an.',
  lines: 'Menschen, die zuhören: {lines}.',
  directory: 'Weitere Angebote in deinem Land findest du unter {url}.',
  appeal: 'Entscheidung {verdict}; Stand und Widerspruch: {url}',
  standing: {
    open: 'Noch hat kein Mensch darauf geschaut. Schicke dieselbe Anfrage erneut, sobald sie freigegeben ist.',
    released: 'Ein Mensch hat dies freigegeben: Dieselbe Anfrage geht jetzt durch.',
    refused:
      'Dies wurde abgelehnt. Wenn du das für falsch hältst, schreibe dem Betreiber dieses Dienstes und nenne die Entscheidung.',
    expired:
      'Niemand hat rechtzeitig entschieden, deshalb gilt dies als abgelehnt. Du kannst den Betreiber dieses Dienstes bitten, noch einmal hinzusehen.',
  },
  separators: { sentences: ' ', things: ', ', lines: '; ' },
};
