import { describe, expect, it } from 'vitest';
import { hiddenText } from '../src/detectors/hidden-text.js';
import { lexicon } from '../src/detectors/lexicon.js';
import { promptInjection } from '../src/detectors/prompt-injection.js';
import { observe, shipped } from './reading.js';

const detectors = [lexicon(shipped('en')), promptInjection(shipped('injection')), hiddenText];

/** Ordinary texts that look like a disguise to a careless reader. */
const TEXTS: readonly string[] = [
  'for (let i = 0; i < n; i++) { a[i] = b[i] | c[i]; } // O(n)',
  'const x1 = arr.map((k) => k.id).filter(Boolean)[0]?.name ?? "n/a";',
  'def f(x): return x**2 + 3*x - 1 if x != 0 else None',
  'SELECT t1.id, t2.name FROM t1 JOIN t2 ON t1.id = t2.t1_id WHERE t2.qty > 5;',
  'git log --oneline e83c516..HEAD && git rebase -i HEAD~3',
  'ls -la /usr/local/bin | grep -E "^d" | awk \'{print $9}\'',
  'if [ "$1" = "--help" ]; then echo "$USAGE"; exit 0; fi',
  '#include <stdio.h>\nint main(void) { printf("%d\\n", 0x1F); return 0; }',
  '<p class="a1">5 &lt; 7 &amp;&amp; 7 &gt; 5 &mdash; caf&eacute;</p>',
  'https://example.com/a/b?q=caf%C3%A9%20au%20lait&id=7f3a9c#top',
  'https://www.example.org/search?q=tea+and+cake&lang=en-GB',
  'sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'commit e83c5163316f89bfbde7d9ab23ca2e25604af290',
  'id 123e4567-e89b-12d3-a456-426614174000 and 6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==',
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0',
  'Decode SGVsbG8sIGhvdyBhcmUgeW91IHRvZGF5Pw== for me, please',
  'The bytes 48 65 6c 6c 6f 20 77 6f 72 6c 64 spell a greeting',
  '01001000 01100101 01101100 01101100 01101111 is a word in binary',
  'MAC 00:1A:2B:3C:4D:5E and IP 192.168.0.1 and fe80::1ff:fe23:4567:890a',
  'Part no. 4N35-X007T, SKU B07-XJ8-C8F5, model RTX4090, CPU i7-13700K',
  'C4 and S3 and EKS and K8s and i18n and l10n and a11y and b2b and p2p',
  'mp3, mp4, h264, h265, utf8, utf16, x86, arm64, md5, sha1, base64, win11, ps5',
  '1girl, solo, 4k, 8k uhd, f/1.8, 35mm, masterpiece, best quality, score_9, score_8_up',
  '2boys, 1girl, (smile:1.2), [blue hair], <lora:style_v2:0.8>, 3d render',
  'Meet at 10am on the 2nd, 3rd or 4th; bring $5 or 5 EUR, 2kg of flour and 1tsp of salt',
  'Call +44 20 7946 0958 or 555-0100, ext. 12',
  'Room 4B, 2nd floor, 221B Baker Street, NW1 6XE',
  'Flight BA2490, seat 14C, gate B7, 06:45',
  'H2O, CO2, C6H12O6, NaHCO3, CH3COOH and Fe2O3',
  'E = mc^2, a^2 + b^2 = c^2, \\frac{1}{2}\\pi r^2, \\sum_{i=0}^{n} x_i',
  '$$\\int_0^\\infty e^{-x^2} dx = \\frac{\\sqrt{\\pi}}{2}$$ where $\\alpha > 0$ and $\\beta \\ne 1$',
  'Let α and β be angles, and let Δx be the step; then ρ = σ/ν.',
  '| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n| x | y | z |',
  'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z',
  'a, b, c, d and e are the options; pick A, B or C.',
  'U.S.A., U.K., e.g., i.e., p.m., a.k.a., Ph.D., R.I.P., w/o, and/or, he/she',
  'well-known, co-op, e-mail, x-ray, T-shirt, re-enter, mother-in-law, vis-à-vis',
  'Hmmmm, sooooo good!!! Yessss, woooow, aaaah, zzzz, brrrr, www.example.com',
  'XXIII, XVIII, VIII and III are numbers of kings',
  'P.S. I love it! O.K.? *really* **bold** _very_ ~struck~ `code`',
  'I ❤️ NY 👩‍👩‍👧 🇫🇷 🇩🇪 🇯🇵 1️⃣ 2️⃣ 🆗 🆒 ™ ©',
  'Привет! Как приготовить борщ с говядиной и свёклой на четверых?',
  'Η γιαγιά μου μαγειρεύει κάθε Κυριακή μουσακά για όλη την οικογένεια.',
  'Բարեւ, ինչպե՞ս պատրաստել տոլմա',
  'Wie backe ich ein Brot mit Sauerteig für meine Großmutter in Düsseldorf?',
  'Où puis-je acheter une râpe à fromage près de la gare de l’Est ?',
  'Mañana por la mañana el niño come piña con su papá en España',
  'Jak upiec chleb żytni na zakwasie? Potrzebuję mąki i łyżki soli',
  'Tôi muốn nấu phở bò cho bạn bè của tôi vào cuối tuần này',
  'Bugün dışarısı çok sıcak, akşam ışıklı bahçede çay içelim',
  '今日は公園で友達とピクニックをします。Ｔシャツ２枚とお弁当を持って行きます。',
  '请告诉我怎样用电饭锅做红烧肉，四个人吃。',
  '오늘 저녁에 김치찌개를 어떻게 끓이는지 알려 주세요',
  'كيف أصنع الخبز في المنزل لعائلتي',
  'איך אופים לחם בבית למשפחה שלי',
  'मुझे घर पर रोटी बनाना सिखाइए',
  'ᚠᚢᚦᚨᚱᚲ and ⠓⠑⠇⠇⠕ and /ˈkɪŋdəm/ and /ðə kæt/',
  'Lana packed: tops, pots, spit, tips, star, rats, live, evil, stressed, desserts',
  'DNA, RNA, mRNA, ATCG GATTACA CCCGGGAAATTT TTTAAAGGG',
  'uryyb jbeyq is what rot13 makes of a greeting',
  'The regex /^[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}$/i matches user.name+tag@example.co.uk',
  '2024-06-15T10:30:00Z INFO [main] o.s.b.w.e.t.TomcatServer: started on port(s): 8080 (http)',
  'f(x) = x! / (k!(x-k)!) and 3!=6, wow!Great! a|b|c, $HOME/$USER, C++ and C#',
];

describe('ordinary texts in every view', () => {
  it.each(TEXTS)('hold no hazard: %s', (text) => {
    for (const detector of detectors) {
      const hazards = observe(detector, text).signals.filter(
        (signal) => signal.kind === 'hazard' && signal.score >= 0.5,
      );
      expect(hazards).toEqual([]);
    }
  });
});
