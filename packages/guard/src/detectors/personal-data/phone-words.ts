import type { CountryCode } from 'libphonenumber-js/max';
import { anyWord } from './words.js';

/** How numbers begin and how long they are at home, so that few countries are looked up. */
const AT_HOME = {
  US: /^1?[2-9]\d{9}$/,
  CA: /^1?[2-9]\d{9}$/,
  GB: /^0\d{9,10}$/,
  IN: /^(?:0?[6-9]\d{9}|0\d{10})$/,
  AU: /^0[2-478]\d{8}$/,
  ZA: /^0\d{9}$/,
  IE: /^0\d{7,9}$/,
  NZ: /^0\d{7,10}$/,
  SG: /^[3689]\d{7}$/,
  PH: /^0\d{9,10}$/,
  NG: /^0\d{7,10}$/,
  KE: /^0\d{8,9}$/,
  DE: /^0\d{6,12}$/,
  AT: /^0\d{6,12}$/,
  CH: /^0\d{9}$/,
  FR: /^0[1-9]\d{8}$/,
  BE: /^0\d{8,9}$/,
  ES: /^[6-9]\d{8}$/,
  MX: /^\d{10}$/,
  AR: /^0?\d{10,11}$/,
  CO: /^[36]\d{9}$/,
  CL: /^[29]\d{8}$/,
  PE: /^(?:9\d{8}|0?\d{7,9})$/,
  IT: /^[03]\d{7,10}$/,
  BR: /^0?[1-9]\d{9,10}$/,
  PT: /^[239]\d{8}$/,
  NL: /^0\d{9}$/,
  PL: /^\d{9}$/,
  RU: /^[78]\d{10}$/,
  UA: /^0\d{9}$/,
  KZ: /^[78]\d{10}$/,
  TR: /^0?[2-58]\d{9}$/,
  SA: /^0?[15]\d{8}$/,
  EG: /^0\d{8,10}$/,
  AE: /^0\d{8,9}$/,
  MA: /^0[5-8]\d{8}$/,
  JP: /^0\d{9,10}$/,
  CN: /^(?:1[3-9]\d{9}|0\d{9,11})$/,
  TW: /^0\d{8,9}$/,
  HK: /^[2-9]\d{7}$/,
  KR: /^0\d{8,10}$/,
} as const satisfies Partial<Record<CountryCode, RegExp>>;
export type PhoneCountry = keyof typeof AT_HOME;

export function mayBeOf(country: PhoneCountry, digits: string): boolean {
  return AT_HOME[country].test(digits);
}

/**
 * Words that announce a phone number, by language, and the countries whose numbers are written so. The language is a
 * weak hint, so each country is only tried.
 */
export const PHONE_WORDS: readonly { readonly words: RegExp; readonly countries: readonly PhoneCountry[] }[] = [
  {
    words: anyWord(
      'tel* phone* telephone* call* dial mobile* cell* whatsapp signal sms text fax ring reach contact number_is hotline',
    ),
    countries: ['US', 'GB', 'IN', 'AU', 'ZA', 'IE', 'NZ', 'SG', 'PH', 'NG', 'KE'],
  },
  {
    words: anyWord('telefon* tel* handy* handynummer mobil* anruf* rufnummer ruf rufe ruft rückruf* festnetz'),
    countries: ['DE', 'AT', 'CH'],
  },
  { words: anyWord('tél* téléphone* portable mobile appel* numéro joindre'), countries: ['FR', 'BE', 'CH', 'CA'] },
  {
    words: anyWord('teléfono* tel* móvil* celular* llama* llame* número whatsapp fono'),
    countries: ['ES', 'MX', 'AR', 'CO', 'CL', 'PE'],
  },
  { words: anyWord('telefono* tel* cellulare* cell* chiama* numero recapito'), countries: ['IT', 'CH'] },
  {
    words: anyWord('telefone* tel* telemóvel* celular* ligar ligue liga* whatsapp número fone'),
    countries: ['BR', 'PT'],
  },
  { words: anyWord('telefoon* tel* bel mobiel* gsm nummer bereikbaar 06-nummer'), countries: ['NL', 'BE'] },
  { words: anyWord('telefon* tel* komórk* zadzwoń* dzwoni* numer'), countries: ['PL'] },
  { words: anyWord('телефон* тел* звон* позвон* моб* номер'), countries: ['RU', 'UA', 'KZ'] },
  { words: anyWord('telefon* tel* cep* ara arayın* gsm numara*'), countries: ['TR'] },
  { words: anyWord('هاتف* الهاتف* جوال* الجوال* موبايل* اتصل* تلفون* رقمي رقم'), countries: ['SA', 'EG', 'AE', 'MA'] },
  { words: anyWord('फोन* फ़ोन* मोबाइल* कॉल* नंबर*'), countries: ['IN'] },
  { words: anyWord('電話* 携帯* でんわ tel*'), countries: ['JP'] },
  { words: anyWord('电话* 手机* 致电* 電話* 手機* 联系*'), countries: ['CN', 'TW', 'HK'] },
  { words: anyWord('전화* 휴대폰* 핸드폰* 연락처* 번호*'), countries: ['KR'] },
];

/** What else is a number: the nearer word counts. */
export const OTHER_NUMBERS = anyWord(
  `order* invoice* ticket* ref* reference* serial* version* isbn issn ean upc sku article* tracking case id pin page pages room rechnung*
  bestell* auftrag* kunden* commande* facture* pedido* factura* ordine* fattura* zamówien* faktur* заказ* счёт* счет* sipariş* fatura*
  注文* 订单* 주문* model* part* population people $ € £ usd eur`,
);
