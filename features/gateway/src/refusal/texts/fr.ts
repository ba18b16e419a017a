import type { RefusalTexts } from './refusal-texts.js';

export const fr: RefusalTexts = {
  refused: { input: 'Cette demande a été refusée.', output: 'Cette réponse a été refusée.' },
  refusedFor: {
    input: 'Cette demande a été refusée. Motif : {subjects}.',
    output: 'Cette réponse a été refusée. Motif : {subjects}.',
  },
  held: {
    input: 'Cette demande attend qu’une personne l’examine.',
    output: 'Cette réponse attend qu’une personne l’examine.',
  },
  heldFor: {
    input: 'Cette demande attend qu’une personne l’examine. Motif : {subjects}.',
    output: 'Cette réponse attend qu’une personne l’examine. Motif : {subjects}.',
  },
  words: 'Ce qui a conduit à cela : {words}. Sans cela, la demande pourrait passer.',
  passing: {
    'personal-data': 'Sans noms, adresses ni numéros de personnes, elle pourrait passer.',
    'real-person': 'À propos d’une personne inventée, elle pourrait passer.',
  },
  subjects: {
    S1: 'crimes violents',
    S2: 'infractions sans violence',
    S3: 'infractions sexuelles',
    S5: 'diffamation',
    S6: 'conseils spécialisés',
    S7: 'vie privée',
    S8: 'propriété intellectuelle',
    S9: 'armes de destruction massive',
    S10: 'haine',
    S11: 'suicide et automutilation',
    S12: 'contenu sexuel',
    S13: 'élections',
    S14: 'abus de l’exécution de code',
    'hidden-text': 'texte caché',
    'personal-data': 'données personnelles',
    secret: 'mots de passe et autres secrets',
    'insecure-code': 'code non sûr',
    'real-person': 'une personne réelle',
    sexual: 'contenu sexuel',
    violence: 'violence',
    hate: 'haine',
    'self-harm': 'automutilation',
    drugs: 'drogues',
  },
  gaps: {
    language: 'une langue qui ne peut pas être vérifiée ici',
    modality: 'une image, un enregistrement ou un fichier qui ne peut pas être vérifié ici',
    axis: 'un type de contenu qui ne peut pas être vérifié ici',
    hazard: 'un type de contenu qui ne peut pas être vérifié ici',
    off: 'quelque chose dont la vérification est désactivée ici',
    unasked: "quelque chose qui n'a pas été entièrement vérifié ici",
    down: 'quelque chose qui ne peut pas être vérifié pour le moment',
  },
  warned: "Si d'autres demandes de ce genre arrivent, ce compte sera ralenti ou suspendu pendant un certain temps.",
  selfHarm:
    'Si tu penses à te faire du mal, tu n’es pas seul·e, et parler à quelqu’un peut aider. Si tu es en danger maintenant, appelle les secours.',
  disclosure:
    'Merci de l’avoir dit. Ce qui s’est passé n’est pas ta faute, et tu mérites de l’aide. Si tu es en danger maintenant, appelle les secours. En parler à un adulte de confiance est une bonne étape ; et ces personnes écoutent, te croient et gardent cela pour elles.',
  prevention:
    'Quelle que soit la raison de ta présence ici : si quelque chose te pèse, à ton sujet ou au sujet de quelqu’un d’autre, tu peux en parler en confiance et sans donner ton nom.',
  help: 'Tu n’as pas à affronter cela sans aide. Si tu es en danger maintenant, appelle les secours.',
  lines: 'Des personnes qui écoutent : {lines}.',
  directory: 'Tu en trouveras d’autres dans ton pays sur {url}.',
  appeal: 'Décision {verdict} ; où elle en est et comment la contester : {url}',
  standing: {
    open: 'Une personne doit encore l’examiner. Renvoie la même demande une fois qu’elle sera autorisée.',
    released: 'Une personne l’a autorisée : la même demande passe maintenant.',
    refused:
      'Ceci a été refusé. Si tu penses que c’est une erreur, écris à qui gère ce service en indiquant la décision.',
    expired:
      'Personne n’a décidé à temps, donc ceci compte comme refusé. Tu peux demander à qui gère ce service de l’examiner à nouveau.',
  },
  separators: { sentences: ' ', things: ', ', lines: ' ; ' },
};
