import type { RefusalTexts } from './refusal-texts.js';

export const es: RefusalTexts = {
  refused: { input: 'Esta solicitud fue rechazada.', output: 'Esta respuesta fue rechazada.' },
  refusedFor: {
    input: 'Esta solicitud fue rechazada. Motivo: {subjects}.',
    output: 'Esta respuesta fue rechazada. Motivo: {subjects}.',
  },
  held: {
    input: 'Esta solicitud espera a que una persona la revise.',
    output: 'Esta respuesta espera a que una persona la revise.',
  },
  heldFor: {
    input: 'Esta solicitud espera a que una persona la revise. Motivo: {subjects}.',
    output: 'Esta respuesta espera a que una persona la revise. Motivo: {subjects}.',
  },
  words: 'Lo que llevó a ello: {words}. Sin eso, la solicitud podría pasar.',
  passing: {
    'personal-data': 'Sin nombres, direcciones ni números de personas podría pasar.',
    'real-person': 'Sobre una persona inventada podría pasar.',
  },
  subjects: {
    S1: 'delitos violentos',
    S2: 'delitos no violentos',
    S3: 'delitos sexuales',
    S5: 'difamación',
    S6: 'asesoramiento especializado',
    S7: 'privacidad',
    S8: 'propiedad intelectual',
    S9: 'armas de destrucción masiva',
    S10: 'odio',
    S11: 'suicidio y autolesiones',
    S12: 'contenido sexual',
    S13: 'elecciones',
    S14: 'abuso de la ejecución de código',
    'hidden-text': 'texto oculto',
    'personal-data': 'datos personales',
    secret: 'contraseñas y otros secretos',
    'insecure-code': 'código inseguro',
    'real-person': 'una persona real',
    sexual: 'contenido sexual',
    violence: 'violencia',
    hate: 'odio',
    'self-harm': 'autolesiones',
    drugs: 'drogas',
  },
  gaps: {
    language: 'un idioma que aquí no se puede revisar',
    modality: 'una imagen, una grabación o un archivo que aquí no se puede revisar',
    axis: 'un tipo de contenido que aquí no se puede revisar',
    hazard: 'un tipo de contenido que aquí no se puede revisar',
    off: 'algo cuya revisión está desactivada aquí',
    unasked: 'algo que aquí no se ha revisado por completo',
    down: 'algo que ahora mismo no se puede revisar',
  },
  warned: 'Si llegan más solicitudes de este tipo, esta cuenta se ralentizará o se suspenderá durante un tiempo.',
  selfHarm:
    'Si piensas en hacerte daño, no estás solo ni sola, y hablar con alguien puede ayudar. Si estás en peligro ahora, llama al número de emergencias.',
  disclosure:
    'Gracias por contarlo. Lo que pasó no es culpa tuya y mereces ayuda. Si estás en peligro ahora, llama al número de emergencias. Contárselo a una persona adulta de confianza es un buen paso, y estas personas te escuchan, te creen y lo mantienen en privado.',
  prevention:
    'Sea lo que sea lo que te trajo aquí: si algo te preocupa, sobre ti o sobre otra persona, puedes hablarlo en confianza y sin dar tu nombre.',
  help: 'No tienes que afrontar esto sin ayuda. Si estás en peligro ahora, llama al número de emergencias.',
  lines: 'Personas que escuchan: {lines}.',
  directory: 'Puedes encontrar más en tu país en {url}.',
  appeal: 'Decisión {verdict}; su estado y cómo reclamar: {url}',
  standing: {
    open: 'Una persona aún tiene que revisarlo. Envía la misma solicitud otra vez cuando se haya autorizado.',
    released: 'Una persona lo ha autorizado: la misma solicitud ahora pasa.',
    refused:
      'Esto fue rechazado. Si crees que es un error, escribe a quien gestiona este servicio e indica la decisión.',
    expired:
      'Nadie decidió a tiempo, así que cuenta como rechazado. Puedes pedir a quien gestiona este servicio que lo revise de nuevo.',
  },
  separators: { sentences: ' ', things: ', ', lines: '; ' },
};
