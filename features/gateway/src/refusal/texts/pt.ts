import type { RefusalTexts } from './refusal-texts.js';

export const pt: RefusalTexts = {
  refused: { input: 'Este pedido foi recusado.', output: 'Esta resposta foi recusada.' },
  refusedFor: {
    input: 'Este pedido foi recusado. Motivo: {subjects}.',
    output: 'Esta resposta foi recusada. Motivo: {subjects}.',
  },
  held: {
    input: 'Este pedido aguarda a análise de uma pessoa.',
    output: 'Esta resposta aguarda a análise de uma pessoa.',
  },
  heldFor: {
    input: 'Este pedido aguarda a análise de uma pessoa. Motivo: {subjects}.',
    output: 'Esta resposta aguarda a análise de uma pessoa. Motivo: {subjects}.',
  },
  words: 'O que levou a isso: {words}. Sem isso, o pedido poderia passar.',
  passing: {
    'personal-data': 'Sem nomes, endereços e números de pessoas, poderia passar.',
    'real-person': 'Sobre uma pessoa inventada, poderia passar.',
  },
  subjects: {
    S1: 'crimes violentos',
    S2: 'crimes não violentos',
    S3: 'crimes sexuais',
    S5: 'difamação',
    S6: 'aconselhamento especializado',
    S7: 'privacidade',
    S8: 'propriedade intelectual',
    S9: 'armas de destruição em massa',
    S10: 'ódio',
    S11: 'suicídio e automutilação',
    S12: 'conteúdo sexual',
    S13: 'eleições',
    S14: 'abuso da execução de código',
    'hidden-text': 'texto oculto',
    'personal-data': 'dados pessoais',
    secret: 'senhas e outros segredos',
    'insecure-code': 'código inseguro',
    'real-person': 'uma pessoa real',
    sexual: 'conteúdo sexual',
    violence: 'violência',
    hate: 'ódio',
    'self-harm': 'automutilação',
    drugs: 'drogas',
  },
  gaps: {
    language: 'uma língua que não pode ser verificada aqui',
    modality: 'uma imagem, uma gravação ou um arquivo que não pode ser verificado aqui',
    axis: 'um tipo de conteúdo que não pode ser verificado aqui',
    hazard: 'um tipo de conteúdo que não pode ser verificado aqui',
    off: 'algo cuja verificação está desativada aqui',
    unasked: 'algo que aqui não foi verificado por completo',
    down: 'algo que neste momento não pode ser verificado',
  },
  warned: 'Se chegarem mais pedidos deste tipo, esta conta ficará mais lenta ou suspensa por algum tempo.',
  selfHarm:
    'Se você pensa em se machucar, não precisa ficar só com isso; falar com alguém pode ajudar. Se está em perigo agora, ligue para o número de emergência.',
  disclosure:
    'Obrigado por contar. O que aconteceu não é culpa sua, e você merece ajuda. Se está em perigo agora, ligue para o número de emergência. Contar a um adulto de confiança é um bom passo, e estas pessoas ouvem, acreditam em você e guardam sigilo.',
  prevention:
    'Seja o que for que trouxe você aqui: se algo pesa, sobre você ou sobre outra pessoa, é possível falar disso em confiança e sem dizer o nome.',
  help: 'Você não precisa lidar com isso sem ajuda. Se está em perigo agora, ligue para o número de emergência.',
  lines: 'Pessoas que ouvem: {lines}.',
  directory: 'Há mais contatos do seu país em {url}.',
  appeal: 'Decisão {verdict}; como está e como contestar: {url}',
  standing: {
    open: 'Uma pessoa ainda precisa analisar isto. Envie o mesmo pedido outra vez quando for liberado.',
    released: 'Uma pessoa liberou isto: o mesmo pedido agora passa.',
    refused: 'Isto foi recusado. Se acha que é um erro, escreva a quem mantém este serviço e indique a decisão.',
    expired:
      'Ninguém decidiu a tempo, por isso conta como recusado. Pode pedir a quem mantém este serviço que analise de novo.',
  },
  separators: { sentences: ' ', things: ', ', lines: '; ' },
};
