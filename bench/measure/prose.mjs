// Ordinary prose in the fifteen languages that have word lists, written for this benchmark.
const KEEPER = {
  en: 'The lighthouse keeper climbed the winding stairs with a lamp in one hand and a loaf of bread in the other. Outside, the harbour was quiet and a few boats moved with the tide. ',
  de: 'Der Leuchtturmwärter stieg mit einer Lampe in der einen und einem Brot in der anderen Hand die Treppe hinauf. Draußen war der Hafen ruhig, und ein paar Boote schaukelten im Wasser. ',
  fr: "Le gardien du phare montait l'escalier avec une lampe à la main et un pain dans l'autre. Dehors, le port était calme et quelques bateaux bougeaient avec la marée. ",
  es: 'El guardián del faro subía la escalera con una lámpara en una mano y un pan en la otra. Fuera, el puerto estaba tranquilo y algunas barcas se movían con la marea. ',
  it: 'Il guardiano del faro saliva le scale con una lampada in una mano e un pane nell’altra. Fuori il porto era tranquillo e qualche barca si muoveva con la marea. ',
  pt: 'O guarda do farol subia a escada com uma lanterna numa mão e um pão na outra. Lá fora o porto estava calmo e alguns barcos mexiam-se com a maré. ',
  nl: 'De vuurtorenwachter klom de trap op met een lamp in de ene en een brood in de andere hand. Buiten was de haven stil en een paar boten bewogen mee met het tij. ',
  pl: 'Latarnik wchodził po schodach z lampą w jednej ręce i chlebem w drugiej. Na zewnątrz port był spokojny, a kilka łodzi kołysało się na wodzie. ',
  ru: 'Смотритель маяка поднимался по винтовой лестнице с лампой в одной руке и хлебом в другой. Снаружи гавань была тихой, и несколько лодок качались на воде. ',
  tr: 'Fener bekçisi bir elinde lamba, öteki elinde ekmekle merdivenleri çıkıyordu. Dışarıda liman sakindi ve birkaç tekne suyun üstünde sallanıyordu. ',
  ar: 'صعد حارس المنارة الدرج الملتوي وفي يده مصباح وفي اليد الأخرى رغيف خبز. وكان الميناء هادئا في الخارج وبعض القوارب تتحرك مع المد. ',
  hi: 'प्रकाशस्तंभ का रखवाला एक हाथ में दीपक और दूसरे में रोटी लेकर सीढ़ियाँ चढ़ गया। बाहर बंदरगाह शांत था और कुछ नावें पानी में हिल रही थीं। ',
  ja: '灯台守は片手に灯りを、もう片方の手にパンを持って階段を上った。外の港は静かで、何そうかの舟が潮に揺れていた。',
  ko: '등대지기는 한 손에 등불을 들고 다른 손에 빵을 들고 계단을 올라갔다. 밖의 항구는 조용했고 배 몇 척이 물결에 흔들리고 있었다. ',
  zh: '守灯塔的人一手提着灯一手拿着面包走上盘旋的楼梯。外面港口很安静，几艘船随着潮水移动。',
};

/** A text of each language, of so many characters, begun at another place each time. */
export function prose(length, round = 0) {
  return Object.values(KEEPER).map((text) => {
    const from = (round * 37) % text.length;
    return text.repeat(Math.ceil((length + from) / text.length)).slice(from, from + length);
  });
}
