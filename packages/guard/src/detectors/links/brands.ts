/** Names that are often imitated, each with the domains that are its own. Our own list; sorted by name. */
const LIST = `
adobe adobe.com adobe.io
airbnb airbnb.com
alibaba alibaba.com alibabacloud.com aliyun.com
aliexpress aliexpress.com
allegro allegro.pl allegro.eu
amazon amazon.com amazon.de amazon.fr amazon.es amazon.it amazon.in amazon.ca amazon.nl amazon.pl amazon.eg amazon.sa amazon.ae
anthropic anthropic.com
apple apple.com
bankofamerica bankofamerica.com
barclays barclays.com
binance binance.com binance.us
bitfinex bitfinex.com
booking booking.com
bradesco bradesco.com
chase chase.com
chatgpt chatgpt.com
citibank citibank.com
cloudflare cloudflare.com
coinbase coinbase.com
commerzbank commerzbank.de commerzbank.com
correios correios.com
deutschebank deutsche-bank.de
discord discord.com discord.gg discord.media discord.new
docusign docusign.com docusign.net
dropbox dropbox.com
ebay ebay.com ebay.de ebay.fr ebay.it ebay.es
facebook facebook.com facebook.net
fedex fedex.com
gitlab gitlab.com gitlab.io
github github.com github.io githubusercontent.com github.dev
google google.com google.de google.fr google.es google.it google.pl google.nl google.pt google.ru google.ca google.dev
gmail gmail.com
hsbc hsbc.com
icloud icloud.com
instagram instagram.com
intesasanpaolo intesasanpaolo.com
kraken kraken.com
kucoin kucoin.com
linkedin linkedin.com
mastercard mastercard.com
mercadolibre mercadolibre.com
metamask metamask.io
microsoft microsoft.com
naver naver.com
netflix netflix.com
nintendo nintendo.com
office365 office365.com
onedrive onedrive.com
openai openai.com
opensea opensea.io
outlook outlook.com
paypal paypal.com paypal.me
payoneer payoneer.com
playstation playstation.com
postbank postbank.de
rakuten rakuten.com
revolut revolut.com
roblox roblox.com
sberbank sberbank.ru sberbank.com
santander santander.com santander.co
shopify shopify.com
snapchat snapchat.com
sparkasse sparkasse.de
spotify spotify.com
steamcommunity steamcommunity.com
steampowered steampowered.com
stripe stripe.com
telegram telegram.org telegram.me
tiktok tiktok.com
trezor trezor.io
trustwallet trustwallet.com
twitch twitch.tv
twitter twitter.com
unicredit unicredit.it unicredit.eu
usps usps.com
walmart walmart.com
wellsfargo wellsfargo.com
whatsapp whatsapp.com whatsapp.net
wordpress wordpress.com wordpress.org
yahoo yahoo.com
youtube youtube.com
zalando zalando.com zalando.de
`;

export interface Brand {
  readonly name: string;
  readonly domains: ReadonlySet<string>;
}

export const BRANDS: ReadonlyMap<string, Brand> = new Map(
  LIST.trim()
    .split('\n')
    .map((line) => {
      const [name = '', ...domains] = line.split(' ');
      return [name, { name, domains: new Set(domains) }];
    }),
);

/** Honest names that are a letter away from a brand, or hold one. */
export const NEIGHBOURS: ReadonlySet<string> = new Set(
  `paypay discords striped stripes stripe spotifyd openal appleby googol rakuteno krakend github gitlab githubs tictok booking bookings
  pineapple snapple applebees grapple facebooks binances telegrams outlooks googles amazonas amazona amazons barclay adobes strike
  strive striper kraken twitchy revolt robloxs`.split(/\s+/),
);

/** Words that imitations put beside a name to hurry or to calm. */
export const BAIT: ReadonlySet<string> = new Set(
  `account accounts alert auth bonus billing check claim confirm customer gift giveaway help id invoice limited locked login logon mail
  notice online pay payment portal prize recover recovery refund reward rewards safe secure secured security service services
  sign signin support suspended unlock update upgrade validate verification verify wallet web free airdrop konto anmelden
  compte connexion cuenta acceso conto accesso conta entrar`.split(/\s+/),
);

export const SHORTENERS: ReadonlySet<string> = new Set(
  'bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly rb.gy cutt.ly shorturl.at rebrand.ly t.ly tiny.cc v.gd qr.ae lnkd.in s.id'.split(
    ' ',
  ),
);
