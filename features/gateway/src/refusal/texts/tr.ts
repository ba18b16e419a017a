import type { RefusalTexts } from './refusal-texts.js';

export const tr: RefusalTexts = {
  refused: { input: 'Bu istek reddedildi.', output: 'Bu yanıt reddedildi.' },
  refusedFor: {
    input: 'Bu istek reddedildi. Nedeni: {subjects}.',
    output: 'Bu yanıt reddedildi. Nedeni: {subjects}.',
  },
  held: {
    input: 'Bu istek bir insanın incelemesini bekliyor.',
    output: 'Bu yanıt bir insanın incelemesini bekliyor.',
  },
  heldFor: {
    input: 'Bu istek bir insanın incelemesini bekliyor. Nedeni: {subjects}.',
    output: 'Bu yanıt bir insanın incelemesini bekliyor. Nedeni: {subjects}.',
  },
  words: 'Buna yol açan: {words}. Bu olmadan istek geçebilir.',
  passing: {
    'personal-data': 'Kişilerin adları, adresleri ve numaraları olmadan geçebilir.',
    'real-person': 'Uydurma bir kişi hakkında olursa geçebilir.',
  },
  subjects: {
    S1: 'şiddet suçları',
    S2: 'şiddet içermeyen suçlar',
    S3: 'cinsel suçlar',
    S5: 'iftira',
    S6: 'uzmanlık gerektiren danışmanlık',
    S7: 'özel hayat',
    S8: 'fikri mülkiyet',
    S9: 'kitle imha silahları',
    S10: 'nefret',
    S11: 'intihar ve kendine zarar verme',
    S12: 'cinsel içerik',
    S13: 'seçimler',
    S14: 'kod çalıştırmanın kötüye kullanılması',
    'hidden-text': 'gizli metin',
    'personal-data': 'kişisel veriler',
    secret: 'parolalar ve diğer gizli bilgiler',
    'insecure-code': 'güvensiz kod',
    'real-person': 'gerçek bir kişi',
    sexual: 'cinsel içerik',
    violence: 'şiddet',
    hate: 'nefret',
    'self-harm': 'kendine zarar verme',
    drugs: 'uyuşturucu',
  },
  gaps: {
    language: 'burada denetlenemeyen bir dil',
    modality: 'burada denetlenemeyen bir görüntü, kayıt veya dosya',
    axis: 'burada denetlenemeyen bir içerik türü',
    hazard: 'burada denetlenemeyen bir içerik türü',
    off: 'denetimi burada kapatılmış bir şey',
    unasked: 'burada tümüyle denetlenmemiş bir şey',
    down: 'şu anda denetlenemeyen bir şey',
  },
  warned: 'Bu türden başka istekler gelirse bu hesap bir süreliğine yavaşlatılır veya askıya alınır.',
  selfHarm:
    'Kendine zarar vermeyi düşünüyorsan yalnız değilsin; biriyle konuşmak yardımcı olabilir. Şu anda tehlikedeysen acil yardım numarasını ara.',
  disclosure:
    'Bunu anlattığın için teşekkürler. Yaşananlar senin suçun değil ve yardım almayı hak ediyorsun. Şu anda tehlikedeysen acil yardım numarasını ara. Güvendiğin bir yetişkine anlatmak iyi bir adımdır; bu kişiler de seni dinler, sana inanır ve anlattıklarını gizli tutar.',
  prevention:
    'Seni buraya getiren ne olursa olsun: kendinle ya da bir başkasıyla ilgili seni sıkan bir şey varsa, bunu gizlilik içinde ve adını vermeden konuşabilirsin.',
  help: 'Bununla tek başına uğraşmak zorunda değilsin. Şu anda tehlikedeysen acil yardım numarasını ara.',
  lines: 'Dinleyen kişiler: {lines}.',
  directory: 'Ülkendeki diğer yardım hatlarını şurada bulabilirsin: {url}.',
  appeal: 'Karar {verdict}; durumu ve itiraz yolu: {url}',
  standing: {
    open: 'Bir insan buna henüz bakmadı. İzin verildiğinde aynı isteği yeniden gönder.',
    released: 'Bir insan buna izin verdi: aynı istek artık geçer.',
    refused: 'Bu reddedildi. Yanlış olduğunu düşünüyorsan bu hizmeti yürütenlere yaz ve kararı belirt.',
    expired:
      'Kimse zamanında karar vermedi, bu yüzden reddedilmiş sayılır. Bu hizmeti yürütenlerden yeniden bakmalarını isteyebilirsin.',
  },
  separators: { sentences: ' ', things: ', ', lines: '; ' },
};
